package ratings.local.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest(name = "{0} on {1} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"a\": [\"x\"]}; {\"a\": \"x\"}; true",
        "{\"a\": [\"x\"]}; {\"a\": \"y\"}; false",
        "{\"a\": [\"x\"]}; {}; false",
        "{\"a\": [\"x\", \"y\"]}; {\"a\": \"y\"}; true",
        "{\"a\": [\"x\"]}; {\"a\": [\"w\", \"x\"]}; true",
        "{\"a\": [5]}; {\"a\": 5.0}; true",
        "{\"a\": [5]}; {\"a\": \"5\"}; false",
        "{\"a\": [true]}; {\"a\": true}; true",
        "{\"a\": [null]}; {\"a\": null}; true",
        "{\"a\": [null]}; {}; false",
        "{\"a\": [\"\"]}; {\"a\": \"\"}; true",
        "{\"a\": [\"x\"], \"b\": [\"y\"]}; {\"a\": \"x\", \"b\": \"z\"}; false",
        "{\"a\": {\"b\": [\"x\"]}}; {\"a\": {\"b\": \"x\"}}; true",
        "{\"a\": {\"b\": [\"x\"]}}; {\"a\": \"x\"}; false",
        "{\"a\": {\"b\": [\"x\"]}}; {\"a\": [{\"b\": \"w\"}, {\"b\": \"x\"}]}; true",
        "{\"a\": [{\"prefix\": \"RAT\"}]}; {\"a\": \"RATING\"}; true",
        "{\"a\": [{\"prefix\": \"RAT\"}]}; {\"a\": \"TALLIED\"}; false",
        "{\"a\": [{\"suffix\": \".png\"}]}; {\"a\": \"x.png\"}; true",
        "{\"a\": [{\"equals-ignore-case\": \"Ada\"}]}; {\"a\": \"aDA\"}; true",
        "{\"a\": [{\"numeric\": [\">\", 0, \"<=\", 5]}]}; {\"a\": 5}; true",
        "{\"a\": [{\"numeric\": [\">\", 0, \"<=\", 5]}]}; {\"a\": 0}; false",
        "{\"a\": [{\"numeric\": [\"=\", 5]}]}; {\"a\": 5.00}; true",
        "{\"a\": [{\"numeric\": [\"<\", 3]}]}; {\"a\": \"2\"}; false",
        "{\"a\": [{\"exists\": true}]}; {\"a\": \"\"}; true",
        "{\"a\": [{\"exists\": true}]}; {}; false",
        "{\"a\": [{\"exists\": false}]}; {}; true",
        "{\"a\": [{\"exists\": false}]}; {\"a\": 1}; false",
        "{\"a\": [{\"anything-but\": [\"x\", \"y\"]}]}; {\"a\": \"z\"}; true",
        "{\"a\": [{\"anything-but\": \"x\"}]}; {\"a\": \"x\"}; false",
        "{\"a\": [{\"anything-but\": [\"x\"]}]}; {}; false",
        "{\"a\": [{\"anything-but\": [\"x\"]}]}; {\"a\": [\"x\", \"y\"]}; true",
        "{\"a\": [{\"anything-but\": {\"prefix\": \"x\"}}]}; {\"a\": \"xy\"}; false",
        "{\"a\": [{\"anything-but\": {\"prefix\": [\"x\", \"y\"]}}]}; {\"a\": \"yx\"}; false",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [2]}]}; {\"b\": 2}; true",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [2]}], \"c\": [3]}; {\"b\": 2}; false",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [2]}], \"c\": [3]}; {\"a\": 1, \"c\": 3}; true",
      })
  void aPatternMatchesAsLambdaAndSnsMatchIt(String pattern, String document, boolean expected)
      throws JsonProcessingException {
    assertThat(Pattern.parse(json(pattern)).matches(json(document))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"a\": \"x\"}",
        "{\"a\": []}",
        "{\"a\": [{\"wildcard\": \"x*\"}]}",
        "{\"a\": [{\"cidr\": \"10.0.0.0/8\"}]}",
        "{\"a\": [{\"prefix\": 5}]}",
        "{\"a\": [{\"numeric\": [\"!=\", 5]}]}",
        "{\"a\": [{\"numeric\": [\"<\"]}]}",
        "{\"a\": [{\"exists\": \"yes\"}]}",
        "{\"a\": [[\"x\"]]}",
        "{\"$or\": [{\"a\": [1]}]}",
      })
  void whatIsNotKnownIsAnError(String pattern) {
    assertThatThrownBy(() -> Pattern.parse(json(pattern)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }
}
