package ratings.domain.feedback;

import ratings.domain.score.Scale;

/** The kinds of surveys (R122), and what is answered in each (D12). */
public enum SurveyType {
  THUMB(Scale.THUMBS),
  NPS(Scale.NPS),
  CSAT(Scale.STARS5);

  private final Scale scale;

  SurveyType(Scale scale) {
    this.scale = scale;
  }

  public Scale scale() {
    return scale;
  }
}
