package ratings.http.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import ratings.domain.webhook.Endpoint;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Secret;

/** The bytes of a request in HTTP/1.1, after whose answer the connection ends. */
record SignedRequest(Endpoint endpoint, Letter letter, List<Secret> secrets, Instant at) {

  /** Nothing in the head holds a line break: an endpoint has none, and the rest is ours. */
  byte[] bytes() {
    var body = letter.body().getBytes(StandardCharsets.UTF_8);
    var head =
        String.join(
            "\r\n",
            "POST " + endpoint.target() + " HTTP/1.1",
            "Host: " + endpoint.authority(),
            "User-Agent: conversation-ratings",
            "Content-Type: application/json",
            "Content-Length: " + body.length,
            "webhook-id: " + letter.id(),
            "webhook-timestamp: " + at.getEpochSecond(),
            "webhook-signature: " + StandardSignature.of(secrets, letter.id(), at, letter.body()),
            "Connection: close",
            "\r\n");
    var start = head.getBytes(StandardCharsets.US_ASCII);
    var bytes = new byte[start.length + body.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(body, 0, bytes, start.length, body.length);
    return bytes;
  }
}
