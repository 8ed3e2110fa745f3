package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.settings.Condition;
import ratings.domain.settings.SampleLine;
import ratings.domain.settings.Workspaces.Removed;
import ratings.domain.settings.Workspaces.Written;

/** A change whose answer was lost on the way is answered as if it had not been (P2). */
class LostAnswersTest {
  private static final Condition ALWAYS = new Condition.Always();

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final DynamoSettings settings =
      new DynamoSettings(
          new ForgetfulDynamo(table.dynamo()),
          table.name(),
          new Retries(4, Duration.ofNanos(2), _ -> {}));

  @Test
  void aNewLineIsCreated() {
    assertThat(put(SampleLine.widget("shop"), new Condition.Absent())).isEqualTo(Written.CREATED);
  }

  @Test
  void aLineIsReplacedOverWhatWasRead() {
    put(SampleLine.widget("shop"), ALWAYS);
    var read = settings.line("acme", "shop").orElseThrow().version();

    assertThat(
            put(
                SampleLine.widget("shop").with("scale", "nps"),
                new Condition.IsVersion(Set.of(read))))
        .isEqualTo(Written.REPLACED);
  }

  @Test
  void aWorkspacesSettingsAreReplacedOverWhatWasRead() {
    var read = settings.settings("acme").version();

    assertThat(
            settings.put(
                "acme",
                SampleLine.workspace(Map.of("scale", "nps")),
                new Condition.IsVersion(Set.of(read))))
        .isEqualTo(Written.REPLACED);
  }

  @Test
  void aLineIsRemoved() {
    put(SampleLine.widget("shop"), ALWAYS);

    assertThat(settings.remove("acme", "shop", ALWAYS)).isEqualTo(Removed.REMOVED);
  }

  private Written put(SampleLine line, Condition condition) {
    return settings.put("acme", line.id(), line.settings(), condition);
  }
}
