package ratings.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;

class AlertTest {
  @Test
  void itsIdIsTheConversationsAndNoOthers() {
    var alert = AnAlert.of("c1");

    assertThat(alert.changedTo(2).quoting().make().id()).isEqualTo(alert.make().id());
    assertThat(
            Stream.of(alert, AnAlert.of("c2"), alert.in("globex"), AnAlert.of("acme").in("c1"))
                .map(it -> it.make().id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void r92ResponsibleAndSupervisorAreNamedByRoleAndPerson() {
    assertThat(AnAlert.of("c1").make().recipients())
        .containsExactly("responsible", "responsible:m1", "supervisor", "supervisor:m2");
  }

  @Test
  void r91ARoleThatNobodyHasHereIsNamedAllTheSame() {
    assertThat(AnAlert.of("c1").with(AnAlert.NOBODY).make().recipients())
        .containsExactly("responsible", "supervisor");
    assertThat(AnAlert.of("c1").to(RecipientRole.GROUP).make().recipients())
        .containsExactly("group");
    assertThat(AnAlert.of("c1").to().make().recipients()).isEmpty();
  }

  @Test
  void theCustomerIsQuotedWhereTheLineSaysSo() {
    assertThat(AnAlert.of("c1").make().quoted()).isEmpty();
    assertThat(AnAlert.of("c1").quoting().make().quoted()).contains("I waited an hour.");
  }

  @ParameterizedTest
  @CsvSource({
    "stars5, 1, 1 of 5",
    "faces5, 2, 2 of 5",
    "thumbs, 0, thumbs down",
    "nps, 6, 6 of 10",
  })
  void aScoreIsSaidAsPeopleSayIt(String scale, int score, String words) {
    var alert = AnAlert.of("c1").rated(Scale.of(scale).orElseThrow(), score).make();

    assertThat(alert.rated()).isEqualTo(words);
  }

  @Test
  void itsTextIsForPeople() {
    assertThat(AnAlert.of("c1").make().text())
        .isEqualTo(
            "Conversation c1 with Bo of team north was rated 1 of 5 on line support (telegram).");
    assertThat(AnAlert.of("c1").with(AnAlert.NOBODY).changedTo(4).make().text())
        .isEqualTo(
            "Conversation c1 was rated 1 of 5 on line support (telegram). It has been changed to 4"
                + " of 5 since.");
  }
}
