package ratings.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.document.Reading;
import ratings.domain.settings.SampleLine;

/** What every store promises of what becomes of requests on their way (R95, R96, R108). */
public abstract class DeliveriesContract {
  private static final SampleLine SITE = SampleLine.widget("site").with("rateWithinHours", 24);

  protected final VirtualClock clock = new VirtualClock();

  protected abstract Ratings ratings();

  protected abstract Conversations conversations();

  protected abstract Deadlines deadlines();

  @Test
  void r96WhatWasDeliveredAndSeenIsNotedTheFirstTime() {
    close("c1");
    var delivered = clock.instant();
    assertThat(report("c1", "delivered")).isTrue();
    clock.advance(Duration.ofMinutes(1));
    var shown = clock.instant();
    report("c1", "shown");
    clock.advance(Duration.ofMinutes(1));
    report("c1", "delivered");
    report("c1", "shown");

    assertThat(passage("c1"))
        .isEqualTo(
            new Passage(
                Optional.empty(), Optional.of(delivered), Optional.of(shown), Optional.empty()));
    assertThat(stands("c1").delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void r108WhatFailedSaysWhyAndAskedNobody() {
    close("c1");
    close("c2");
    report("c1", "failed", "blocked by the customer");
    report("c2", "failed");

    assertThat(stands("c1").delivery()).isEqualTo(Delivery.UNDELIVERABLE);
    assertThat(stands("c1").deliveryReason()).contains("blocked by the customer");
    assertThat(stands("c2").deliveryReason()).contains("failed");
    assertThat(stored("c1").asked()).isFalse();
  }

  @Test
  void r30AfterAFailureTheNextCloseAsksAnew() {
    close("c1");
    report("c1", "failed");
    clock.advance(Duration.ofMinutes(5));

    assertThat(close("c1")).isInstanceOf(Asked.ByRequest.class);
    assertThat(stored("c1").awaited()).isTrue();
    assertThat(passage("c1")).isEqualTo(Passage.NOT_BEGUN);
    clock.advance(Duration.ofMinutes(5));
    assertThat(close("c1")).isEqualTo(new Asked.Not(Obstacles.only(Obstacle.ALREADY_ASKED)));
  }

  @Test
  void theSameCloseIsAnsweredTheSameWhateverBecameOfItsRequest() {
    var first = (Asked.ByRequest) close("c1");
    report("c1", "failed");

    assertThat(close("c1"))
        .isInstanceOfSatisfying(
            Asked.ByRequest.class,
            again -> {
              assertThat(again.request().delivery()).isEqualTo(first.request().delivery());
              assertThat(again.request().deliveryReason()).isEmpty();
              assertThat(again.request().sendAt()).isEqualTo(first.request().sendAt());
            });
  }

  @Test
  void whatArrivedCannotFailAndWhatFailedMayArrive() {
    close("c1");
    report("c1", "delivered");
    report("c1", "failed");
    assertThat(passage("c1").failure()).isEmpty();
    assertThat(stored("c1").asked()).isTrue();

    close("c2");
    report("c2", "failed");
    report("c2", "shown");
    assertThat(stands("c2").delivery()).isEqualTo(Delivery.SENT);
    assertThat(stored("c2").awaited()).isTrue();
  }

  @Test
  void whatIsSaidAfterARatingChangesNothing() {
    close("c1");
    ratings().record(Attempts.at("c1").by(SITE.line()).make());
    var before = stored("c1");

    assertThat(report("c1", "failed")).isTrue();
    assertThat(stored("c1")).isEqualTo(before);
  }

  @Test
  void d3OneThatItsCustomerHasIsGivenBackAsItIs() {
    close("c1");
    report("c1", "delivered");
    var before = request("c1");
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofHours(1));
    close("c1");

    assertThat(request("c1").sendAt()).isEqualTo(before.sendAt());
    assertThat(passage("c1")).isEqualTo(before.passage());
    assertThat(request("c1").delivery()).isEqualTo(Delivery.SENT);
    assertThat(stored("c1").windows().rateUntil())
        .isEqualTo(clock.instant().plus(Duration.ofHours(24)));
  }

  @Test
  void r96AWidgetThatShowsItsPromptHasDeliveredTheRequest() {
    close("c1");
    var shown = clock.instant();
    ratings().show(SITE.line(), Attempts.at("c1").showing());
    clock.advance(Duration.ofMinutes(1));
    ratings().show(SITE.line(), Attempts.at("c1").showing());

    assertThat(passage("c1"))
        .isEqualTo(
            new Passage(
                Optional.empty(), Optional.of(shown), Optional.of(shown), Optional.empty()));
  }

  @Test
  void r96WhatAWidgetShowedCannotFailAndWhatFailedMayBeShown() {
    close("c1");
    ratings().show(SITE.line(), Attempts.at("c1").showing());
    report("c1", "failed");
    assertThat(passage("c1").failure()).isEmpty();
    assertThat(stored("c1").asked()).isTrue();

    close("c2");
    report("c2", "failed");
    ratings().show(SITE.line(), Attempts.at("c2").showing());
    assertThat(stands("c2").delivery()).isEqualTo(Delivery.SENT);
    assertThat(stored("c2").asked()).isTrue();
  }

  @Test
  void p23APromptIsShownInVainWhereItMattersNoMore() {
    conversations().close(SITE.line(), id("c1"), group().make());
    clock.advance(Duration.ofHours(24));
    deadlines().sweep(() -> true);
    close("c2");
    report("c2", "failed");
    conversations().reopen(id("c2"));

    assertThat(ratings().show(SITE.line(), Attempts.at("c1").showing())).isTrue();
    assertThat(ratings().show(SITE.line(), Attempts.at("c2").showing())).isTrue();
  }

  @Test
  void r30OneThatItsCustomerHasIsNoNewOneAfterACloseThatDoesNotAsk() {
    close("c1");
    report("c1", "delivered");
    var before = request("c1");
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofMinutes(1));
    conversations().close(SITE.line(), id("c1"), group().make());
    assertThat(report("c1", "shown")).isTrue();
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(close("c1")).isInstanceOf(Asked.ByRequest.class);
    assertThat(request("c1").sendAt()).isEqualTo(before.sendAt());
    assertThat(passage("c1").deliveredAt()).isEqualTo(before.passage().deliveredAt());
    assertThat(passage("c1").shownAt()).isPresent();
  }

  @Test
  void r30ByARequestThatWasWithdrawnBeforeItWentOutNobodyWasAsked() {
    var later = SITE.with("delaySeconds", 60).line();
    conversations().close(later, id("c1"), closing().make());
    conversations().reopen(id("c1"));
    assertThat(stored("c1").asked()).isFalse();
    clock.advance(Duration.ofMinutes(1));
    conversations().close(later, id("c1"), group().make());
    clock.advance(Duration.ofMinutes(1));

    assertThat(conversations().close(later, id("c1"), closing().make()))
        .isInstanceOf(Asked.ByRequest.class);
    assertThat(stored("c1").awaited()).isTrue();
  }

  @Test
  void aFailureKeepsItsFirstReason() {
    close("c1");
    report("c1", "failed", "mailbox-full");
    report("c1", "failed", "blocked");

    assertThat(stands("c1").deliveryReason()).contains("mailbox-full");
  }

  @Test
  void whereNothingWasRequestedNothingIsNoted() {
    assertThat(report("c1", "delivered")).isFalse();
    conversations().close(SITE.line(), id("c2"), closing().with("customers", 2).make());
    assertThat(report("c2", "delivered")).isFalse();
    assertThat(ratings().find(id("c1"))).isEmpty();
  }

  private Asked close(String conversation) {
    return conversations().close(SITE.line(), id(conversation), closing().make());
  }

  private Closings group() {
    return closing().with("customers", 2);
  }

  private Closings closing() {
    return Closings.at(clock.instant());
  }

  private boolean report(String conversation, String state) {
    return report(conversation, Map.of("state", state));
  }

  private boolean report(String conversation, String state, String reason) {
    return report(conversation, Map.of("state", state, "reason", reason));
  }

  private boolean report(String conversation, Map<String, Object> body) {
    return switch (DeliveryReport.read(body)) {
      case Reading.Valid<DeliveryReport>(var report) ->
          conversations().report(id(conversation), report);
      case Reading.Invalid<DeliveryReport>(var violations) ->
          throw new AssertionError(violations.toString());
    };
  }

  private RequestToRate stands(String conversation) {
    return request(conversation).asItStands();
  }

  private Passage passage(String conversation) {
    return request(conversation).passage();
  }

  private RequestToRate request(String conversation) {
    return stored(conversation).closed().flatMap(Closed::request).orElseThrow();
  }

  private Standing stored(String conversation) {
    return ratings().find(id(conversation)).orElseThrow();
  }

  private static ConversationId id(String conversation) {
    return new ConversationId("acme", conversation);
  }
}
