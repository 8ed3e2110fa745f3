package ratings.local.topics;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a call in AWS's Query protocol, where lists and maps are numbered names. */
record QueryRequest(Map<String, String> parameters) {
  QueryRequest {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a form, or the query of a link. */
  static QueryRequest parse(String form) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : List.of(form.split("&", -1))) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return new QueryRequest(parameters);
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> SnsError.invalid(name + " is missing"));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The prefixes of a list's elements, for example {@code Entries.member.1.}. */
  List<String> elements(String list, String firstField) {
    var elements = new ArrayList<String>();
    for (int i = 1; parameters.containsKey(list + "." + i + "." + firstField); i++) {
      elements.add(list + "." + i + ".");
    }
    return List.copyOf(elements);
  }

  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    for (var entry : elements(name + ".entry", "key")) {
      map.put(required(entry + "key"), optional(entry + "value").orElse(""));
    }
    return Map.copyOf(map);
  }

  /**
   * Reads a message.
   *
   * @param prefix empty, or an element's of a batch
   */
  Message message(String prefix) {
    if (parameters.containsKey(prefix + "MessageStructure")) {
      throw SnsError.invalid("MessageStructure is not known here");
    }
    var attributes = new LinkedHashMap<String, MessageAttribute>();
    for (var entry : elements(prefix + "MessageAttributes.entry", "Name")) {
      String value =
          optional(entry + "Value.StringValue")
              .or(() -> optional(entry + "Value.BinaryValue"))
              .orElse("");
      attributes.put(
          required(entry + "Name"),
          new MessageAttribute(required(entry + "Value.DataType"), value));
    }
    return new Message(
        optional(prefix + "Subject"), optional(prefix + "Message").orElse(""), attributes);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw SnsError.invalid("a parameter is not URL-encoded");
    }
  }
}
