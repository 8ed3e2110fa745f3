package ratings.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, true",
    "HTTPS://Shop.Example, true",
    "https://shop.example:443, true",
    "https://shop.example:8443, false",
    "http://shop.example, false",
    "https://shop.example.evil.example, false",
    "null, false",
    "nonsense, false"
  })
  void aListedOriginMayUseTheWidget(String origin, boolean allowed) {
    var line =
        SampleLine.widget("w").with("allowedOrigins", List.of("https://SHOP.example:443")).line();

    assertThat(line.allows(Optional.of(origin))).isEqualTo(allowed);
  }

  @Test
  void whereNoneIsListedAnyOriginMay() {
    var line = SampleLine.widget("w").line();

    assertThat(line.allows(Optional.of("https://anywhere.example"))).isTrue();
    assertThat(line.allows(Optional.of("capacitor://localhost"))).isTrue();
    assertThat(line.allows(Optional.of("null"))).isFalse();
  }

  @Test
  void whoSendsNoOriginPasses() {
    var line = SampleLine.widget("w").with("allowedOrigins", List.of("https://a.example")).line();

    assertThat(line.allows(Optional.empty())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"de-AT, de-AT", "de-CH, de", "zh-Hant-TW, zh-Hant", "ja, en", "und, en"})
  void theNearestLanguageIsChosen(String asked, String chosen) { // R88
    var texts =
        SampleLine.widget("w")
            .with("requestText", Map.of("de", "a", "de-at", "b", "zh-Hant", "c", "en", "d"))
            .line();

    assertThat(texts.requestText(asked).language()).isEqualTo(chosen);
  }

  @Test
  void withoutEnglishAnyLanguageIsBetterThanNone() { // R88
    var line = SampleLine.widget("w").with("requestText", Map.of("fr", "Votre avis ?")).line();

    assertThat(line.requestText("de")).isEqualTo(new Texts.Chosen("fr", "Votre avis ?"));
  }

  @Test
  void whereNobodySetATextTheProductsIsSent() { // R88
    assertThat(SampleLine.widget("w").line().requestText("de"))
        .isEqualTo(new Texts.Chosen("en", "Please rate the quality of service"));
  }

  @Test
  void aChatHistoryUrlHoldsEncodedIds() { // R78
    var line =
        SampleLine.widget("w#1")
            .with(
                "chatHistoryUrlTemplate", "https://c.example/{lineId}/{conversationId}?u={userId}")
            .line();

    assertThat(line.chatHistoryUrl("a/b?c", Optional.of("auth0|1")))
        .hasValue("https://c.example/w%231/a%2Fb%3Fc?u=auth0%7C1");
    assertThat(line.chatHistoryUrl("a", Optional.empty())).isEmpty();
  }
}
