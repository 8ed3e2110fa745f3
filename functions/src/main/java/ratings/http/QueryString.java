package ratings.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields of a query string or a form, as the URL standard's form decoding has it, but strict.
 */
final class QueryString {
  private QueryString() {}

  static List<Map.Entry<String, String>> parse(String raw) throws Problem.Refused {
    var fields = new ArrayList<Map.Entry<String, String>>();
    for (String field : raw.split("&", -1)) {
      if (!field.isEmpty()) {
        int equals = field.indexOf('=');
        fields.add(
            equals < 0
                ? Map.entry(decode(field), "")
                : Map.entry(
                    decode(field.substring(0, equals)), decode(field.substring(equals + 1))));
      }
    }
    return fields;
  }

  private static String decode(String text) throws Problem.Refused {
    var bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(hex(raw, i + 1) * 16 + hex(raw, i + 2));
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Problem.Refused(Problem.badRequest("the fields must be UTF-8"));
    }
  }

  private static int hex(byte[] raw, int at) throws Problem.Refused {
    int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
    if (digit < 0) {
      throw new Problem.Refused(Problem.badRequest("the fields hold a % without two hex digits"));
    }
    return digit;
  }
}
