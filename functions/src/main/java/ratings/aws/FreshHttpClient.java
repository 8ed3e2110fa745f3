package ratings.aws;

import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client that a snapshot does not freeze: it is closed before the checkpoint and made anew
 * after each restore, for its connections would be dead by then.
 */
final class FreshHttpClient implements SdkHttpClient, Resource {
  private final Supplier<SdkHttpClient> make;
  private volatile SdkHttpClient current;

  private FreshHttpClient(Supplier<SdkHttpClient> make) {
    this.make = make;
    this.current = make.get();
  }

  /** A client that this process's checkpoints know of. */
  static FreshHttpClient of(Supplier<SdkHttpClient> make) {
    var client = new FreshHttpClient(make);
    Core.getGlobalContext().register(client);
    return client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return current.prepareRequest(request);
  }

  @Override
  public String clientName() {
    return current.clientName();
  }

  @Override
  public void close() {
    current.close();
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    current.close();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    current = make.get();
  }
}
