package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import ratings.domain.Unavailable;
import ratings.domain.notification.Mailbox;
import ratings.domain.notification.Mailboxes.Asked;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

@ResourceLock(Resources.SYSTEM_OUT)
class SnsMailboxesTest {
  private static final Mailbox GRACE = new Mailbox("grace@example.com");

  private final FakeSns sns = new FakeSns();
  private final SnsMailboxes mailboxes =
      new SnsMailboxes(sns, "topic", new Retries(2, Duration.ofNanos(2), _ -> {}));

  @Test
  void aMailboxGetsWhatIsDirectedToItAndNothingElse() {
    assertThat(mailboxes.ask(GRACE)).isEqualTo(Asked.ASKED);

    var asked = sns.asked.getFirst();
    assertThat(asked.protocol()).isEqualTo("email");
    assertThat(asked.endpoint()).isEqualTo("grace@example.com");
    assertThat(asked.attributes())
        .containsEntry("FilterPolicy", "{\"recipients\":[\"" + GRACE.key() + "\"]}");
  }

  @Test
  void whoHasNotConfirmedHasNotAgreed() {
    sns.pages.add(
        List.of(listed("grace@example.com", "arn:1"), listed("bo@example.com", "Deleted")));
    sns.pages.add(
        List.of(listed("ada@example.com", "PendingConfirmation"), listed("AL@b.c", "arn:2")));

    assertThat(mailboxes.agreed())
        .containsExactlyInAnyOrder(GRACE.key(), new Mailbox("al@b.c").key());
  }

  @Test
  void aTopicThatIsFullSaysSo() {
    sns.refusal = Optional.of(FilterPolicyLimitExceededException.builder().build());
    assertThat(mailboxes.ask(GRACE)).isEqualTo(Asked.FULL);
  }

  @Test
  void whatSnsTakesForNoAddressIsRefused() {
    sns.refusal = Optional.of(InvalidParameterException.builder().build());
    assertThat(mailboxes.ask(GRACE)).isEqualTo(Asked.REFUSED);
  }

  @Test
  void whileSnsIsDownNobodyCanBeAsked() {
    sns.refusal = Optional.of(ApiCallTimeoutException.create(5_000));
    assertThatThrownBy(() -> mailboxes.ask(GRACE)).isInstanceOf(Unavailable.class);
  }

  private static Subscription listed(String address, String arn) {
    return Subscription.builder().endpoint(address).subscriptionArn(arn).build();
  }

  /** An SNS that notes whom it asked, and lists page by page. */
  private static final class FakeSns implements SnsClient {
    private final List<SubscribeRequest> asked = new ArrayList<>();
    private final List<List<Subscription>> pages = new ArrayList<>();
    private Optional<SdkException> refusal = Optional.empty();

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      asked.add(request);
      return SubscribeResponse.builder().build();
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
        ListSubscriptionsByTopicRequest request) {
      int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      return ListSubscriptionsByTopicResponse.builder()
          .subscriptions(pages.get(page))
          .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
          .build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
