package ratings.integration;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container, where the build asks for it and a Docker engine answers. */
final class LocalStack {
  private static final Optional<String> IMAGE =
      Optional.ofNullable(System.getProperty("localstack.image")).filter(name -> !name.isBlank());
  private static final boolean MISSING =
      IMAGE.isPresent() && !DockerClientFactory.instance().isDockerAvailable();

  private LocalStack() {}

  /** Whether it is asked for and cannot be had. */
  static boolean isMissing() {
    return MISSING;
  }

  /** Its DynamoDB, started now and ended with this JVM; nothing where it is not asked for. */
  static Optional<URI> dynamoDb() {
    return IMAGE.map(LocalStack::start);
  }

  @SuppressWarnings("resource") // Testcontainers ends it with this JVM
  private static URI start(String image) {
    var container =
        new LocalStackContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
            .withServices("dynamodb");
    container.start();
    return container.getEndpoint();
  }
}
