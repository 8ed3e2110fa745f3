package ratings.functions.page;

import static ratings.http.Html.element;
import static ratings.http.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.rating.Rating;
import ratings.http.Html;

/**
 * The form of a page, filled in as far as somebody did.
 *
 * @param filled what was typed or chosen before
 * @param made seal of the time when its first page was made
 * @param wrong what is wrong with what was sent
 */
record RatingForm(Visit visit, SentForm filled, String made, List<Phrase> wrong) {
  RatingForm {
    wrong = List.copyOf(wrong);
  }

  /** The first question and all that may follow from its answer. */
  List<Html> asking() {
    var parts = new ArrayList<Html>();
    if (!wrong.isEmpty()) {
      parts.add(problem());
    }
    parts.add(scale());
    if (visit.asksWhy()) {
      parts.add(element("div", why(Optional.empty())).with("class", "why"));
    }
    if (visit.line().askFeedback()) {
      parts.add(feedback());
    }
    return List.of(form(parts));
  }

  /** What a low score leaves to be asked (R105, R106); nothing where all was said. */
  List<Html> following(Rating rating) {
    var questions = why(Optional.of(rating));
    if (questions.isEmpty()) {
      return List.of();
    }
    var parts = new ArrayList<Html>();
    parts.add(hidden("score", Integer.toString(rating.answer().score())));
    parts.addAll(questions);
    if (visit.line().askFeedback()) {
      parts.add(feedback());
    }
    return List.of(form(parts));
  }

  private Html form(List<Html> parts) {
    var all = new ArrayList<>(parts);
    all.add(hidden("made", made));
    all.add(element("button", say(Phrase.SEND)).with("type", "submit"));
    return element("form", all).with("method", "post").with("action", visit.token());
  }

  private Html problem() {
    var flaws = wrong.stream().<Html>map(flaw -> element("li", say(flaw))).toList();
    return element("div", element("p", say(Phrase.CHECK)), element("ul", flaws))
        .with("class", "problem")
        .with("role", "alert");
  }

  private Html scale() {
    var choices = visit.scale().scores().stream().<Html>map(this::choice).toList();
    var legend = element("legend", element("h1", visit.prompt()).with("dir", "auto"));
    var ends =
        element("div", element("span", say(Phrase.WORST)), element("span", say(Phrase.BEST)))
            .with("class", "ends")
            .with("aria-hidden", "true");
    return element("fieldset", legend, element("div", choices).with("class", "choices"), ends)
        .with("class", "scale " + visit.scale().code());
  }

  private Html choice(int score) {
    var radio =
        radio("score", Integer.toString(score), filled.number().orElse(-1) == score)
            .with("required", true);
    return element(
            "label",
            visit.isLow(score) ? radio.with("class", "low") : radio,
            Mark.of(visit.scale(), score),
            element("span", visit.label(score)).with("class", "name"))
        .with("class", "choice");
  }

  /** The questions after a low score that nobody answered yet. */
  private List<Html> why(Optional<Rating> rated) {
    boolean reason = rated.filter(rating -> !rating.answer().reasons().isEmpty()).isEmpty();
    boolean resolved = rated.flatMap(rating -> rating.answer().resolved()).isEmpty();
    var questions = new ArrayList<Html>();
    if (reason && !visit.line().reasons().isEmpty()) {
      questions.add(reasons());
    }
    if (resolved && visit.line().askResolved()) {
      questions.add(resolved());
    }
    return questions;
  }

  private Html reasons() {
    var options =
        visit.line().reasons().stream()
            .map(
                reason ->
                    option(
                        radio("reason", reason.code(), filled.reasons().contains(reason.code())),
                        element("span", reason.label()).with("dir", "auto")));
    return question(Phrase.REASON, options.toList());
  }

  private Html resolved() {
    var answer = filled.isResolved();
    return question(
        Phrase.RESOLVED,
        List.of(
            option(radio("resolved", "yes", is(answer, true)), text(say(Phrase.YES))),
            option(radio("resolved", "no", is(answer, false)), text(say(Phrase.NO)))));
  }

  private static boolean is(Optional<Boolean> answer, boolean expected) {
    return answer.filter(given -> given == expected).isPresent();
  }

  private Html question(Phrase legend, List<Html> options) {
    var all = Stream.concat(Stream.<Html>of(element("legend", say(legend))), options.stream());
    return element("fieldset", all.toList()).with("class", "question");
  }

  private static Html option(Html radio, Html label) {
    return element("label", radio, label).with("class", "option");
  }

  private Html feedback() {
    var optional = element("span", say(Phrase.OPTIONAL)).with("class", "optional");
    return element(
        "div",
        element("label", text(say(Phrase.FEEDBACK) + " "), optional).with("for", "feedback"),
        // A browser drops the first line break of a text area, and may drop this one.
        element("textarea", "\n" + filled.feedback())
            .with("id", "feedback")
            .with("name", "feedback")
            .with("rows", "4")
            .with("dir", "auto")
            .with("aria-describedby", "final"),
        element("p", say(Phrase.FINAL)).with("id", "final").with("class", "hint"));
  }

  private static Html.Element radio(String name, String value, boolean chosen) {
    return element("input")
        .with("type", "radio")
        .with("name", name)
        .with("value", value)
        .with("checked", chosen);
  }

  private static Html hidden(String name, String value) {
    return element("input").with("type", "hidden").with("name", name).with("value", value);
  }

  private String say(Phrase phrase) {
    return visit.wording().say(phrase);
  }
}
