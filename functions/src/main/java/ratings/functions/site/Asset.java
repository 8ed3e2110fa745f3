package ratings.functions.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
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
  private static final int DIGITS = 12;

  /** A file of this package's folder. */
  static Asset load(String path, String type) {
    try (var in = Asset.class.getResourceAsStream(path)) {
      byte[] bytes = in.readAllBytes();
      return new Asset(
          type, new String(bytes, StandardCharsets.UTF_8), compressed(bytes), fingerprint(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To any page, compressed for who takes that. */
  Response response(Request request) {
    boolean small = request.header("accept-encoding").filter(it -> it.contains("gzip")).isPresent();
    var response = small ? Response.binary(gzip).with("content-encoding", "gzip") : plain();
    return response
        .with("content-type", type)
        .with("vary", "accept-encoding")
        .with("access-control-allow-origin", "*")
        .with("cross-origin-resource-policy", "cross-origin")
        .with("x-content-type-options", "nosniff")
        .with("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private Response plain() {
    return Response.text(text);
  }

  private static String compressed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new Thorough(out)) {
      gzip.write(bytes);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static String fingerprint(byte[] bytes) {
    try {
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return hash.substring(0, DIGITS);
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
