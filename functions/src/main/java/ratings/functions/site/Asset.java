package ratings.functions.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Response;

/**
 * A file as it is served.
 *
 * @param type media type
 * @param text as written
 * @param gzip the same, compressed, in Base64
 * @param fingerprint names this content: the first twelve hex digits of its SHA-256
 */
record Asset(String type, String text, String gzip, String fingerprint) {
  /** A browser asks again after five minutes, and an edited file is there within as many. */
  static final String FOR_A_WHILE = "public, max-age=300";

  /** For what is named by its fingerprint. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final int DIGITS = 12;

  /** Indentation, and comments: of lines of their own, or behind a statement. */
  private static final Pattern FOR_READERS =
      Pattern.compile(
          "(?m)^ *(?://.*|/\\*.*\\*/|/\\*\\*\n(?: *\\*(?!/).*\n)* *\\*/)?\n|^ +|(?<=;) // .*$");

  static Asset of(String text, String type) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new Asset(type, text, compressed(bytes), fingerprint(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same for machines: without indentation and lines of comment, a seventh of its size. Texts
   * over several lines lose theirs as well, which markup and styles do not need.
   */
  Asset lean() {
    return of(FOR_READERS.matcher(text).replaceAll(""), type);
  }

  /** A file below this package's folder, of the type that its name says. */
  static Asset load(String path) {
    return of(read(path), type(path.substring(path.lastIndexOf('.') + 1)));
  }

  /** The text of a file below this package's folder. */
  static String read(String path) {
    try (var in = Asset.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String extension) {
    return switch (extension) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "json" -> "application/json";
      default -> throw new IllegalArgumentException(extension);
    };
  }

  /** Compressed for who takes that, and 304 to who has it already. */
  Response response(Request request, String caching) throws Problem.Refused {
    boolean small = request.header("accept-encoding").filter(it -> it.contains("gzip")).isPresent();
    var response =
        small ? Response.binary(gzip).with("content-encoding", "gzip") : Response.text(text);
    return response
        .with("content-type", type)
        .with("vary", "accept-encoding")
        .with("cache-control", caching)
        .with("x-content-type-options", "nosniff")
        .with("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .tagged(small ? fingerprint + "-gzip" : fingerprint, request);
  }

  private static String compressed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new Thorough(out)) {
      gzip.write(bytes);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes)).substring(0, DIGITS);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It is done once, so it may take its time. */
  private static final class Thorough extends GZIPOutputStream {
    Thorough(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
