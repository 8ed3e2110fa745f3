package ratings.http.webhook;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import ratings.domain.webhook.Endpoint;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Post;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;

/**
 * Brings letters over connections of its own: a host is resolved once, all of its addresses are
 * judged, and the socket is opened to one of just these, so that no second look at the name can
 * lead elsewhere. The certificate is checked against the name. A redirect is a failure like any
 * other, and of the answer no more is read than its status.
 *
 * @param sockets makes each connection's socket
 * @param whole time from the name to the status
 */
public record DirectPost(
    Reach reach,
    Names names,
    Supplier<Socket> sockets,
    SSLSocketFactory tls,
    Duration connecting,
    Duration whole)
    implements Post {
  private static final int GONE = 410;

  /** Three seconds to connect, ten in all. */
  public static DirectPost within(Reach reach) {
    return new DirectPost(
        reach,
        Names.ofTheSystem(),
        Socket::new,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10));
  }

  @Override
  public Answer bring(Letter letter, String url, List<Secret> secrets, Instant now) {
    var endpoint = Endpoint.of(url, reach);
    if (endpoint.isEmpty()) {
      return new Answer.Failed("endpoint-refused");
    }
    var request = new SignedRequest(endpoint.get(), letter, secrets, now);
    try (var socket = sockets.get()) {
      var exchange = new FutureTask<>(() -> exchange(socket, request));
      Thread.ofPlatform().daemon().name("webhook").start(exchange);
      return exchange.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) { // closing the socket ends the exchange too
      return new Answer.Failed(TOO_SLOW);
    } catch (ExecutionException e) {
      return new Answer.Failed(reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("interrupted");
    } catch (IOException closing) {
      return new Answer.Failed("connection-failed");
    }
  }

  private Answer exchange(Socket socket, SignedRequest request) throws IOException {
    var endpoint = request.endpoint();
    var addresses = names.resolve(endpoint.host());
    if (!addresses.stream().allMatch(reach::admits)) {
      return new Answer.Failed("address-refused");
    }
    var connection = connect(socket, choice(addresses, request.letter().tried()), endpoint);
    connection.getOutputStream().write(request.bytes());
    connection.getOutputStream().flush();
    return answer(StatusLine.read(connection.getInputStream()));
  }

  /**
   * Another at each try. Lambda has no way to IPv6, so an address of it is for who has no other.
   */
  private static InetAddress choice(List<InetAddress> addresses, int tried) {
    var ipv4 = addresses.stream().filter(Inet4Address.class::isInstance).toList();
    var choices = ipv4.isEmpty() ? addresses : ipv4;
    return choices.get(tried % choices.size());
  }

  private Socket connect(Socket socket, InetAddress address, Endpoint endpoint) throws IOException {
    int patience = Math.toIntExact(connecting.toMillis());
    socket.connect(new InetSocketAddress(address, endpoint.port()), patience);
    socket.setSoTimeout(Math.toIntExact(whole.toMillis()));
    if (!endpoint.secure()) {
      return socket;
    }
    var name = endpoint.host().replaceAll("[\\[\\]]", "");
    var secured = (SSLSocket) tls.createSocket(socket, name, endpoint.port(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static Answer answer(int status) {
    if (status >= 200 && status < 300) {
      return new Answer.Taken();
    }
    return status == GONE ? new Answer.Gone() : new Answer.Failed("status-" + status);
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case UnknownHostException _ -> "unknown-host";
      case SSLException _ -> "tls-failed";
      case SocketTimeoutException _ -> TOO_SLOW;
      case IOException _ -> "connection-failed";
      default -> "not-sent";
    };
  }
}
