package ratings.functions.page;

import static ratings.http.Html.element;

import java.util.ArrayList;
import java.util.List;
import ratings.domain.rating.Rating;
import ratings.domain.score.Scale;
import ratings.http.Html;

/** A rating as its customer gave it. */
record StoredRating(Visit visit, Rating rating) {

  Html html() {
    int score = rating.answer().score();
    var marks =
        element("div", Mark.given(visit.scale(), score))
            .with("class", "given " + visit.scale().code())
            .with("aria-hidden", "true");
    var parts = new ArrayList<Html>();
    parts.add(element("h2", visit.wording().say(Phrase.RATING)));
    parts.add(marks);
    parts.add(element("p", label(score)).with("class", "label"));
    rating.answer().feedback().ifPresent(feedback -> parts.addAll(quoted(feedback)));
    return element("section", parts).with("class", "stored");
  }

  /** A number says little without the highest there is. */
  private String label(int score) {
    var label = visit.label(score);
    return visit.scale() == Scale.NPS ? label + " / " + Scale.NPS.highest() : label;
  }

  private List<Html> quoted(String feedback) {
    return List.of(
        element("h2", visit.wording().say(Phrase.COMMENT)),
        element("blockquote", feedback).with("dir", "auto"));
  }
}
