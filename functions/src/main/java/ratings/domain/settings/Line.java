package ratings.domain.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.score.Scale;

/**
 * A line with the settings that hold for it; a widget is a line of channel {@code website}.
 *
 * @param shards keys over which the workspace's ratings are spread by time
 * @param effective line over workspace over product
 */
public record Line(String workspace, String id, int shards, Settings effective) {
  /** The channel of widgets. */
  public static final String WEBSITE = "website";

  /** Reads the code of a channel, as lines and conversations have it. */
  public static Optional<String> readChannel(Fields fields, String name) {
    return Catalogue.CHANNEL.shape().read(fields, name);
  }

  /** This line as a survey is held on it, by somebody else, in that channel and on that scale. */
  public Line surveyed(String channel, Scale scale) {
    return new Line(workspace, id, shards, effective.surveyed(channel, scale));
  }

  /** This line where nobody knows the conversation, and so nobody can look it up. */
  public Line withoutHistory() {
    return new Line(workspace, id, shards, effective.without(Catalogue.CHAT_HISTORY_URL_TEMPLATE));
  }

  public String channel() {
    return always(Catalogue.CHANNEL);
  }

  public String name() {
    return always(Catalogue.NAME);
  }

  public boolean isWidget() {
    return effective.ofWidget();
  }

  /** The toggle (R15, R79, R87): off, nobody is asked and no rating is taken. */
  public boolean collectRatings() {
    return always(Catalogue.COLLECT_RATINGS);
  }

  public Scale scale() {
    return always(Catalogue.SCALE);
  }

  /** The request to rate in that language, or the nearest that there is (R88). */
  public Texts.Chosen requestText(String language) {
    return always(Catalogue.REQUEST_TEXT).in(language);
  }

  /** Seconds between the close and the request (R89). */
  public int delaySeconds() {
    return always(Catalogue.DELAY_SECONDS);
  }

  public List<ClosedBy> askAfter() {
    return always(Catalogue.ASK_AFTER);
  }

  public List<Audience> audience() {
    return always(Catalogue.AUDIENCE);
  }

  /** Whether conversations that a teammate started are asked for (R16). */
  public boolean directOutbound() {
    return always(Catalogue.DIRECT_OUTBOUND);
  }

  /** Whether conversations that a workflow or the API started are asked for (R17). */
  public boolean workflowOutbound() {
    return always(Catalogue.WORKFLOW_OUTBOUND);
  }

  /** A conversation is asked for if it has more than so many characters (R27). */
  public int minimumCharacters() {
    return always(Catalogue.MINIMUM_CHARACTERS);
  }

  /** A conversation is asked for until so many days after its last reply (R28). */
  public int staleAfterDays() {
    return always(Catalogue.STALE_AFTER_DAYS);
  }

  /** Hours from the close for a first rating (R2); nothing is no limit (R3). */
  public Optional<Integer> rateWithinHours() {
    return effective.own(Catalogue.RATE_WITHIN_HOURS);
  }

  /** Hours from the close for changes (R5); nothing is no limit. */
  public Optional<Integer> changeWithinHours() {
    return effective.own(Catalogue.CHANGE_WITHIN_HOURS);
  }

  public boolean askFeedback() {
    return always(Catalogue.ASK_FEEDBACK);
  }

  public boolean askResolved() {
    return always(Catalogue.ASK_RESOLVED);
  }

  public List<Reason> reasons() {
    return always(Catalogue.REASONS);
  }

  /**
   * Whether a score is low (D7); on another scale than the line's, which a conversation keeps that
   * began with it, the line's threshold means nothing.
   */
  public boolean isLow(Scale scale, int score) {
    return score <= (scale == scale() ? lowThreshold() : scale.lowThreshold());
  }

  /** A score at or under this is low. */
  public int lowThreshold() {
    return always(Catalogue.LOW_RATING)
        .threshold()
        .filter(scale()::takes)
        .orElse(scale().lowThreshold());
  }

  /** A threshold that was set and means nothing, for the scale has no such score. */
  public Optional<Integer> idleThreshold() {
    return always(Catalogue.LOW_RATING).threshold().filter(it -> !scale().takes(it));
  }

  /** Who hears of a low rating (R91). */
  public List<RecipientRole> lowRatingRecipients() {
    return always(Catalogue.LOW_RATING).recipients().orElseThrow();
  }

  public boolean lowRatingIncludesFeedback() {
    return always(Catalogue.LOW_RATING).includeFeedback().orElseThrow();
  }

  /** The app that closes in place of our request (R34); without the toggle it is none (R32). */
  public Optional<ClosingApp> closingApp() {
    return effective.own(Catalogue.CLOSING_APP).filter(app -> collectRatings());
  }

  public List<Origin> allowedOrigins() {
    return always(Catalogue.ALLOWED_ORIGINS);
  }

  /**
   * Whether a page of that origin may use the widget, as hygiene: none listed is any, who sends
   * none passes, and {@code null}, which is no page's name, never does.
   */
  public boolean allows(Optional<String> origin) {
    if (origin.isEmpty() || allowedOrigins().isEmpty()) {
      return origin.filter(Origin.OPAQUE::equals).isEmpty();
    }
    return Origin.of(origin.get()).filter(this::lists).isPresent();
  }

  public boolean requireToken() {
    return always(Catalogue.REQUIRE_TOKEN);
  }

  public Optional<String> chatHistoryUrlTemplate() {
    return effective.own(Catalogue.CHAT_HISTORY_URL_TEMPLATE).map(UrlTemplate::text);
  }

  /** Where a conversation can be read, if the line says, and knows all that it takes to say it. */
  public Optional<String> chatHistoryUrl(String conversation, Optional<String> user) {
    var values = new HashMap<String, String>();
    values.put("conversationId", conversation);
    values.put("lineId", id);
    user.ifPresent(u -> values.put("userId", u));
    return effective.own(Catalogue.CHAT_HISTORY_URL_TEMPLATE).flatMap(t -> t.fill(values));
  }

  private boolean lists(Origin origin) {
    // Compared as text, for the first equals of a record takes 1 % of a cold start.
    return allowedOrigins().stream().map(Origin::text).anyMatch(origin.text()::equals);
  }

  private <T> T always(Setting<T> setting) {
    return effective
        .own(setting)
        .orElseThrow(() -> new IllegalStateException("line without " + setting.name()));
  }
}
