package ratings.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The API as one caller uses it.
 *
 * @param token the caller's, empty without one
 */
public record Api(URI url, String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public Api as(String otherToken) {
    return new Api(url, otherToken);
  }

  public Answer get(String path) {
    return send("GET", path, "", "content-type", "application/json");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body, "content-type", "application/json");
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body, "content-type", "application/json");
  }

  public Answer send(String method, String path, String body, String... headers) {
    return send(method, path, BodyPublishers.ofString(body), headers);
  }

  public Answer send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(40))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }

    /** The text between a member's name and its end: enough for what tests look for. */
    public boolean says(String name, String value) {
      return body().contains("\"" + name + "\":" + value);
    }
  }
}
