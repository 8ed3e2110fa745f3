package ratings.functions.widget;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.rating.Standing;
import ratings.domain.score.Labels;
import ratings.domain.score.Scale;
import ratings.domain.settings.ClosedBy;
import ratings.domain.settings.Line;

/** What a widget shows, as a document. */
final class Prompt {
  private Prompt() {}

  /** What it shows to anybody, all of it in one language. */
  static Map<String, Object> of(Line line, Scale scale, String language) {
    var text = line.requestText(language);
    var prompt = new LinkedHashMap<String, Object>();
    prompt.put("widgetId", line.id());
    prompt.put("collectRatings", line.collectRatings());
    prompt.put("scale", scale(scale, Labels.in(text.language())));
    prompt.put("requestText", text.text());
    prompt.put("askFeedback", line.askFeedback());
    prompt.put("askResolved", line.askResolved());
    prompt.put(
        "reasons",
        line.reasons().stream()
            .map(reason -> Map.of("code", reason.code(), "label", reason.label()))
            .toList());
    prompt.put("language", text.language());
    prompt.put("delaySeconds", line.delaySeconds());
    prompt.put("askAfter", line.askAfter().stream().map(ClosedBy::code).toList());
    return prompt;
  }

  /** What it shows in a conversation, on the scale which that is asked on. */
  static Map<String, Object> of(Line line, String language, Standing standing, Instant now) {
    var prompt = of(line, standing.scale(), language);
    prompt.put("rating", rating(standing, line.collectRatings(), now));
    return prompt;
  }

  private static Map<String, Object> scale(Scale scale, Labels labels) {
    var options =
        scale.scores().stream().map(score -> option(score, labels.of(scale, score))).toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("type", scale.code());
    document.put("options", options);
    return document;
  }

  private static Map<String, Object> option(int score, String label) {
    var option = new LinkedHashMap<String, Object>();
    option.put("value", score);
    option.put("label", label);
    return option;
  }

  /** Nothing may be rated nor changed while the toggle is off (R80), or too late (R8). */
  private static Map<String, Object> rating(Standing standing, boolean on, Instant now) {
    var stored = standing.rating();
    var rating = new LinkedHashMap<String, Object>();
    rating.put("asked", standing.asked());
    stored.ifPresent(r -> rating.put("score", r.answer().score()));
    rating.put("canRate", on && standing.mayRate(now));
    rating.put("canChange", on && stored.filter(r -> r.mayChange(now)).isPresent());
    stored
        .filter(r -> on)
        .flatMap(r -> r.changeableUntil(now))
        .ifPresent(until -> rating.put("changeableUntil", until));
    return rating;
  }
}
