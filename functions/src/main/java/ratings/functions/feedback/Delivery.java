package ratings.functions.feedback;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.bot.BotClient;
import ratings.domain.document.Fingerprint;
import ratings.domain.feedback.Feedback;
import ratings.domain.feedback.RecordId;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Source;
import ratings.domain.settings.Line;

/**
 * A score that a client delivers. It is a rating of its own, unless a conversation or a key ties it
 * to what was delivered before.
 */
record Delivery(BotClient client, Feedback feedback, Optional<String> key) {

  /** The attempt to record it on the line of its bot. */
  Attempt attempt(Line line, Instant now) {
    var surveyed = line.surveyed(feedback.channel(), feedback.type().scale());
    var by = feedback.conversation().isPresent() ? surveyed : surveyed.withoutHistory();
    return tie()
        .map(conversation -> attempt(by, conversation))
        .orElseGet(() -> attempt(by, RecordId.make(now)).takenAt(now));
  }

  /**
   * The record, on the wire: these keys, in this order, and no other (R126-R142). A replay tells
   * what is stored, and not what was sent beside it.
   */
  Map<String, Object> view(Rating rating) {
    var stored = rating.surveyed().orElseThrow();
    var view = new LinkedHashMap<String, Object>();
    view.put("botId", client.botId());
    view.put("channel", stored.survey().channel());
    view.put("language", stored.customer().language().orElseThrow());
    view.put("score", rating.answer().score());
    view.put("timestamp", rating.recordedAt());
    view.put("createdOn", rating.recordedAt());
    view.put("timestampValue", rating.recordedAt().toEpochMilli());
    view.put("type", feedback.type().name());
    view.put("name", stored.survey().name());
    view.put("channelUId", stored.customer().userId().orElseThrow());
    view.put("orgId", client.orgId());
    view.put("accountId", client.accountId());
    view.put("userId", client.userId());
    view.put("_id", id(rating));
    view.put("__v", 0);
    return view;
  }

  private String id(Rating rating) {
    return tie()
        .map(tie -> String.join(" ", client.workspace(), client.botId(), tie))
        .map(names -> RecordId.of(rating.recordedAt(), names))
        .orElseGet(rating::conversation);
  }

  /** The conversation, or what stands for one: the same for the same key of the same bot. */
  private Optional<String> tie() {
    return feedback
        .conversation()
        .or(() -> key.map(it -> Fingerprint.of(List.of(client.botId(), it))));
  }

  private Attempt attempt(Line line, String conversation) {
    return Attempt.of(line, feedback.submission(conversation, client.botId()), key, Source.API);
  }
}
