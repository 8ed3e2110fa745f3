package ratings.aws;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.alert.Alert;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.Waiting;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.rating.Attempts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A low rating is announced at least once, always under the same id, and exactly once where nothing
 * crashes (P9): 1,000 of them in three fates.
 */
class AnnouncedOnceTest {
  private static final int BATCH = 100;
  private static final int REDELIVERIES = 3;

  @Test
  void p9EachIsAnnouncedOnceHoweverOftenTheStreamTellsOfIt() {
    var ratings = lowRatings(Figures.of(600));
    for (int i = 0; i < REDELIVERIES; i++) {
      stream(ratings, ratings.outbox());
    }

    assertThat(ratings.published())
        .hasSize(ratings.conversations().length)
        .extracting(Alert::conversation)
        .doesNotHaveDuplicates();
  }

  @Test
  void p9WhoDiesBetweenPublishingAndNotingRepeatsFewUnderTheSameIds() {
    assertEachHasOneId(Figures.of(300), Alert::id);
  }

  @Test
  void p9ItsBrokenTwinGivesANewIdEachTime() {
    var count = new AtomicInteger();

    assertThatThrownBy(() -> assertEachHasOneId(30, alert -> alert.id() + count.incrementAndGet()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void p9WhenTheStreamHasGivenUpTheScheduleBringsEachUpAgain() {
    var table = LocalTable.ofRatings();
    assertTheScheduleLosesNone(new LowRatings(table), Figures.of(100));
  }

  @Test
  void p9ItsBrokenTwinForgetsThatItIsDue() {
    var table = LocalTable.ofRatings();
    var twin = new LowRatings(table, new Undue(table.dynamo()));

    assertThatThrownBy(() -> assertTheScheduleLosesNone(twin, 5))
        .isInstanceOf(AssertionError.class);
  }

  /** The relay dies at every seventh note, and the stream brings the batch again. */
  private static void assertEachHasOneId(int many, Function<Alert, String> id) {
    var ratings = lowRatings(many);
    var mortal = new Mortal(ratings.outbox(), new AtomicInteger());
    stream(ratings, mortal);

    var ids = ratings.published().stream().collect(groupingBy(Alert::conversation));
    assertThat(ids).containsOnlyKeys(ratings.conversations());
    assertThat(ratings.published()).hasSizeGreaterThan(many);
    assertThat(ids.values())
        .allSatisfy(of -> assertThat(of.stream().map(id).distinct()).hasSize(1));
  }

  /** Nobody can be told for a day, in which the stream gives up; then only reminders are left. */
  private static void assertTheScheduleLosesNone(LowRatings ratings, int many) {
    rate(ratings, many);
    ratings.alerts().goDown();
    ratings.announceAll();
    assertThat(ratings.after(Duration.ofDays(1)).reminded()).isEqualTo(many);
    ratings.alerts().comeBack();
    assertThat(ratings.after(Duration.ofMinutes(15)).reminded()).isEqualTo(many);
    ratings.announceAll();

    assertThat(ratings.published())
        .hasSize(many)
        .extracting(Alert::conversation)
        .doesNotHaveDuplicates();
    assertThat(ratings.after(Duration.ofMinutes(15)).reminded()).isZero();
  }

  private static LowRatings lowRatings(int many) {
    var ratings = new LowRatings(LocalTable.ofRatings());
    rate(ratings, many);
    return ratings;
  }

  private static void rate(LowRatings ratings, int many) {
    IntStream.range(0, many)
        .parallel()
        .forEach(i -> ratings.record(Attempts.at("c" + i).score(1 + i % 2)));
  }

  /** In batches, each as often as it takes until nobody dies. */
  private static void stream(LowRatings ratings, Outbox outbox) {
    var conversations = List.of(ratings.conversations());
    for (int from = 0; from < conversations.size(); from += BATCH) {
      var batch = conversations.subList(from, Math.min(from + BATCH, conversations.size()));
      while (!survives(ratings, outbox, batch)) {
        assertThat(ratings.published().size()).isLessThan(20 * conversations.size());
      }
    }
  }

  private static boolean survives(LowRatings ratings, Outbox outbox, List<String> batch) {
    try {
      ratings.announce(outbox, batch.toArray(String[]::new));
      return true;
    } catch (Died e) {
      return false;
    }
  }

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Dies instead of noting, every seventh time. */
  private record Mortal(Outbox outbox, AtomicInteger notes) implements Outbox {
    @Override
    public List<Waiting> find(Collection<String> keys) {
      return outbox.find(keys);
    }

    @Override
    public void announced(LowRating low) {
      if (notes.incrementAndGet() % 7 == 0) {
        throw new Died();
      }
      outbox.announced(low);
    }

    @Override
    public void queued(Asking asking) {
      outbox.queued(asking);
    }

    @Override
    public void sent(Asking asking) {
      outbox.sent(asking);
    }

    @Override
    public void spared(Asking asking) {
      outbox.spared(asking);
    }

    @Override
    public void failed(Asking asking, String reason) {
      outbox.failed(asking, reason);
    }

    @Override
    public void abandon(String key) {
      outbox.abandon(key);
    }
  }

  /** A DynamoDB that stores ratings and makes nothing due. */
  private record Undue(DynamoDbClient real) implements DynamoDbClient {
    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      var answer = real.updateItem(request);
      var update = new Update().remove(RatingItem.DUE_PK, RatingItem.DUE_SK).request();
      real.updateItem(
          update
              .tableName(request.tableName())
              .key(request.key())
              .expressionAttributeValues(null)
              .build());
      return answer;
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {}
  }
}
