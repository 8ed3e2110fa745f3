package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributeJsonTest {
  @Test
  void anEmptyMapIsOneThoughTheStreamGaveItNoType() {
    var untyped = AttributeValue.builder().build();

    assertThat(AttributeJson.of(untyped)).hasToString("{\"M\":{}}");
    assertThat(AttributeJson.of(AttributeValue.fromM(Map.of("filter", untyped))))
        .hasToString("{\"M\":{\"filter\":{\"M\":{}}}}");
  }
}
