package ratings.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks into the bodies of responses, for tests. */
public final class Answers {
  private Answers() {}

  public static Map<Object, Object> body(Response response) {
    try {
      return new HashMap<>((Map<?, ?>) Json.read(response.body()));
    } catch (Json.Malformed e) {
      throw new AssertionError(response.body(), e);
    }
  }

  public static Object member(Response response, String name) {
    return body(response).get(name);
  }

  public static Map<Object, Object> object(Response response, String name) {
    return new HashMap<>((Map<?, ?>) member(response, name));
  }

  /** A field of each object in a list. */
  public static List<String> each(Response response, String list, String field) {
    return ((List<?>) member(response, list))
        .stream().map(element -> String.valueOf(((Map<?, ?>) element).get(field))).toList();
  }

  public static Object code(Response response) {
    return member(response, "code");
  }
}
