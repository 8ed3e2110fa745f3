package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsTest {
  private final CannedStream stream = new CannedStream();

  @Test
  void aChildIsReadAfterItsParentsEnd() {
    stream.open("parent", null);
    stream.write("parent", "1", "2", "3");
    stream.close("parent");
    stream.open("child", "parent");
    stream.write("child", "4");

    var shards = new Shards(stream, "arn", StreamMapping.Start.TRIM_HORIZON);
    assertThat(shards.readable()).containsExactly("parent");
    assertThat(readAll(shards, 6)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void theLatestIsWhatIsWrittenFromNowOnAlsoIntoChildren() {
    stream.open("old", null);
    stream.write("old", "1");
    stream.close("old");
    stream.open("current", "old");
    stream.write("current", "2");
    var shards = new Shards(stream, "arn", StreamMapping.Start.LATEST);

    stream.write("current", "3");
    stream.close("current");
    stream.open("next", "current");
    stream.write("next", "4");

    assertThat(readAll(shards, 4)).containsExactly("3", "4");
  }

  @Test
  void aStreamWithoutShardsIsLookedAtAgain() {
    var shards = new Shards(stream, "arn", StreamMapping.Start.LATEST);
    assertThat(shards.readable()).isEmpty();
    stream.open("first", null);
    stream.write("first", "1");
    assertThat(readAll(shards, 1)).containsExactly("1");
  }

  @Test
  void anIteratorThatDiedIsReplacedWhereItStood() {
    stream.open("shard", null);
    stream.write("shard", "1", "2", "3");
    var shards = new Shards(stream, "arn", StreamMapping.Start.TRIM_HORIZON);
    assertThat(readAll(shards, 1)).containsExactly("1", "2");
    stream.expireIterators();
    assertThat(readAll(shards, 2)).containsExactly("3");
  }

  @Test
  void anIteratorBeforeTheOldestRecordBeginsWithThat() {
    stream.open("shard", null);
    var shards = new Shards(stream, "arn", StreamMapping.Start.TRIM_HORIZON);
    assertThat(readAll(shards, 1)).isEmpty();
    stream.trimIterators();
    stream.write("shard", "1", "2");
    assertThat(readAll(shards, 2)).containsExactly("1", "2");
  }

  @Test
  void whatCannotBeConvertedIsReadOnceMore() {
    stream.open("shard", null);
    stream.write("shard", "1", "2");
    var shards = new Shards(stream, "arn", StreamMapping.Start.TRIM_HORIZON);
    shards.readable();

    assertThatThrownBy(() -> shards.read("shard", 2, _ -> Integer.valueOf("rubbish")))
        .isInstanceOf(NumberFormatException.class);
    assertThat(readAll(shards, 1)).containsExactly("1", "2");
  }

  private static List<String> readAll(Shards shards, int rounds) {
    var read = new ArrayList<String>();
    for (int round = 0; round < rounds; round++) {
      for (var shard : shards.readable()) {
        read.addAll(shards.read(shard, 2, record -> record.dynamodb().sequenceNumber()));
      }
    }
    return List.copyOf(read);
  }
}
