package ratings.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import ratings.local.Settings;
import ratings.local.Stack;
import ratings.local.lambda.Artifacts;
import ratings.local.storage.Tables;
import ratings.local.template.Template;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one stack that all tests of a JVM share: the real template and the artifact of the build. Its
 * processes end with this JVM.
 */
public final class RunningStack {
  private static final Queue<String> PRINTED = new ConcurrentLinkedQueue<>();
  private static final Stack STACK = start();

  private RunningStack() {}

  /** The API for a caller without a token. */
  public static Api api() {
    return new Api(STACK.url(), "");
  }

  /** What customers open by a link. */
  public static Api pages() {
    return new Api(STACK.addresses().get("PagesApi"), "");
  }

  /** The API for an admin of a workspace, with all rights. */
  public static Api adminOf(String workspace) {
    return caller(workspace, "ratings/read ratings/export ratings/settings ratings/conversations");
  }

  public static Api caller(String workspace, String rights) {
    return api().as(STACK.issuer().token("somebody", workspace, rights));
  }

  /** What the stack was started from. */
  public static Template template() {
    return STACK.template();
  }

  /** The text of an attribute of a conversation's item, which no answer shows. */
  public static Optional<String> attribute(String conversation, String name) {
    return Optional.ofNullable(item(conversation).get(name)).map(AttributeValue::s);
  }

  /** A conversation's item as it is stored; empty where there is none. */
  public static Map<String, AttributeValue> item(String conversation) {
    var endpoint = URI.create(STACK.endpoints().get("AWS_ENDPOINT_URL_DYNAMODB"));
    try (var tables = new Tables(endpoint, STACK.account())) {
      return tables.client().scanPaginator(scan -> scan.tableName("RatingsTable")).items().stream()
          .filter(item -> item.containsKey("id") && item.get("id").s().equals(conversation))
          .findFirst()
          .orElse(Map.of());
    }
  }

  /** What functions have printed since this was called last. */
  public static List<String> printed() {
    return Stream.generate(PRINTED::poll).takeWhile(Objects::nonNull).toList();
  }

  private static Stack start() {
    try {
      var folder = Files.createTempDirectory("stack");
      var repository = Path.of(System.getProperty("repository"));
      return Stack.start(
          new Settings(
              repository.resolve("template.yaml"),
              0,
              Map.of(),
              new Artifacts(repository),
              folder.resolve("outbox"),
              LocalStack.dynamoDb(),
              PRINTED::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
