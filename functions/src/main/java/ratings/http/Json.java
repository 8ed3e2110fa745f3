package ratings.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Text;
import ratings.domain.document.Timestamp;

/**
 * JSON text to plain documents (maps, lists, text, numbers, flags, null) and back, by streaming: it
 * starts in a fraction of the time that data binding takes.
 */
public final class Json {
  private static final int DEEPEST = 32;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private Json() {}

  /** JSON that cannot be read; the message says why, without quoting the text. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Reads one JSON value.
   *
   * @throws Malformed for text that is not JSON, a name that stands twice in an object, nesting
   *     deeper than 32, a surrogate without its partner, anything after the value
   */
  public static Object read(String text) throws Malformed {
    try (var parser = FACTORY.createParser(text)) {
      parser.nextToken();
      var value = value(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("must hold one JSON value only");
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      throw new Malformed("must be JSON, without repeated names and nested at most 32 deep");
    }
  }

  /** Writes a plain document as UTF-8; instants as RFC 3339 with milliseconds, nothing as null. */
  public static byte[] write(Object document) {
    var bytes = new ByteArrayOutputStream(512);
    try (var generator = FACTORY.createGenerator(bytes)) {
      write(document, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * A plain document as a line of the log: in bytes, which Lambda hands on as they are, while it
   * would wrap text in JSON of its own, where no alarm's filter looks for what it says.
   */
  public static byte[] line(Object document) {
    return (new String(write(document), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Object value(JsonParser parser) throws IOException, Malformed {
    var token = parser.currentToken();
    if (token == null) { // not a case of the switch: with one, a cold start takes 10 ms longer
      throw new Malformed("must not be empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> wellFormed(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new Malformed("must be JSON");
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException, Malformed {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = wellFormed(parser.currentName());
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> list(JsonParser parser) throws IOException, Malformed {
    var list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  private static String wellFormed(String text) throws Malformed {
    if (!Text.isWellFormed(text)) {
      throw new Malformed("must be Unicode text: a surrogate stands alone");
    }
    return text;
  }

  private static void write(Object value, JsonGenerator generator) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case Optional<?> optional -> write(optional.orElse(null), generator);
      case Map<?, ?> object -> {
        generator.writeStartObject();
        for (var entry : object.entrySet()) {
          generator.writeFieldName(entry.getKey().toString());
          write(entry.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case Iterable<?> list -> {
        generator.writeStartArray();
        for (Object each : list) {
          write(each, generator);
        }
        generator.writeEndArray();
      }
      case Boolean flag -> generator.writeBoolean(flag);
      case Number number -> generator.writeNumber(number.toString());
      case Instant instant -> generator.writeString(Timestamp.format(instant));
      default -> generator.writeString(value.toString());
    }
  }
}
