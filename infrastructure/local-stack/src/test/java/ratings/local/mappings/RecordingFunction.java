package ratings.local.mappings;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A function that keeps its events and answers as a test wants. */
public final class RecordingFunction implements Invoker {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<byte[]> events = new CopyOnWriteArrayList<>();
  private int failures;
  private Function<JsonNode, String> answer = event -> "null";

  /** Throws at the next so many events. */
  public void failNext(int times) {
    failures = times;
  }

  /** What it returns; an answer of "throw" makes it throw. */
  public void answer(Function<JsonNode, String> how) {
    answer = how;
  }

  @Override
  public synchronized byte[] invoke(String function, byte[] event) throws InvocationFailed {
    events.add(event.clone());
    if (failures > 0) {
      failures--;
      throw new InvocationFailed("Unhandled");
    }
    String response = answer.apply(json(event));
    if (response.equals("throw")) {
      throw new InvocationFailed("Unhandled");
    }
    return response.getBytes(StandardCharsets.UTF_8);
  }

  public List<JsonNode> events() {
    return events.stream().map(RecordingFunction::json).toList();
  }

  /** The last event as Lambda's own runtime hands it to a typed handler. */
  public <T> T lastAs(Class<T> type) {
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        .fromJson(new ByteArrayInputStream(events.getLast()));
  }

  private static JsonNode json(byte[] event) {
    try {
      return JSON.readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
