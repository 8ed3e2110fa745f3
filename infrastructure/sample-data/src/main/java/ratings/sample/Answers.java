package ratings.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import ratings.domain.rating.Source;
import ratings.sample.Conversation.Step;

/** Makes up what customers answer: one click, often a second step, now and then another mind. */
final class Answers {
  private static final double COMMENTS_IF_CONTENT = 0.17;
  private static final double COMMENTS_IF_NOT = 0.4;
  private static final double COMMENTS_LATER = 0.7;
  private static final double CHANGES_MIND = 0.05;
  private static final double NAMES_REASON = 0.5;
  private static final double KNOWS_IF_RESOLVED = 0.75;
  private static final double HAS_MESSAGE = 0.85;

  private final Phrases phrases;

  Answers(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * The steps of an answer.
   *
   * @param about what is known of the conversation, as clients send it
   * @param quality how many are content, from 0 to 1
   */
  List<Step> to(
      SampleLine line, Map<String, Object> about, double quality, Instant end, Random random) {
    boolean content = random.nextDouble() < quality;
    var first = first(line, about, content, random);
    var at = end.plus(delay(line, random));
    var next = at.plusSeconds(6 + random.nextInt(70));
    if (random.nextDouble() < (content ? COMMENTS_IF_CONTENT : COMMENTS_IF_NOT)) {
      String words = phrases.feedback(about.get("language").toString(), content, random);
      boolean later = line.source() == Source.WIDGET && random.nextDouble() < COMMENTS_LATER;
      var whole = with(first, "feedback", words);
      return later
          ? List.of(new Step(at, first), new Step(next, whole))
          : List.of(new Step(at, whole));
    }
    if (random.nextDouble() < CHANGES_MIND) {
      int other = Scores.draw(line.scale(), content, random);
      return List.of(new Step(at, first), new Step(next, with(first, "score", other)));
    }
    return List.of(new Step(at, first));
  }

  /** An answer in one step, with these words. */
  Step withFeedback(Map<String, Object> about, Instant at, String feedback, Random random) {
    var body = with(about, "feedback", feedback);
    return new Step(at, with(body, "score", 1 + random.nextInt(5)));
  }

  private static Map<String, Object> first(
      SampleLine line, Map<String, Object> about, boolean content, Random random) {
    var body = new LinkedHashMap<>(about);
    body.put("score", Scores.draw(line.scale(), content, random));
    if (random.nextDouble() < HAS_MESSAGE) {
      body.put("messageId", String.format(Locale.ROOT, "m-%08x", random.nextInt()));
    }
    if (!content && !line.reasons().isEmpty() && random.nextDouble() < NAMES_REASON) {
      body.put("reasons", List.of(line.reasons().get(random.nextInt(line.reasons().size()))));
    }
    if (line.asks("askResolved") && random.nextDouble() < KNOWS_IF_RESOLVED) {
      body.put("resolved", content);
    }
    return body;
  }

  private static Duration delay(SampleLine line, Random random) {
    return line.slow()
        ? Duration.ofMinutes(4).plusSeconds((long) (100_000 * Math.pow(random.nextDouble(), 3)))
        : Duration.ofMillis(2_000 + random.nextInt(90_000));
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(field, value);
    return changed;
  }
}
