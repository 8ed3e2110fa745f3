package ratings.domain.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratings.domain.document.Shape;
import ratings.domain.score.Scale;
import ratings.domain.settings.Setting.Standing;

/**
 * Every field of the settings, in the order in which they are shown: a new one is an entry here.
 */
final class Catalogue {
  private static final int LONGEST_DELAY = 3600;
  private static final int MOST_HOURS = 87_600;
  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_DAYS = 365;
  private static final int MOST_ORIGINS = 100;
  private static final Predicate<String> CHANNEL_CODE =
      Pattern.compile("[a-z][a-z0-9_-]{0,63}").asMatchPredicate();

  static final Setting<String> CHANNEL =
      Setting.of(
              "channel",
              Shape.parsed(
                  Limits.NAME,
                  code -> Optional.of(code).filter(CHANNEL_CODE),
                  code -> code,
                  "must be a channel, as website or telegram, in lower case"))
          .at(Standing.LINE);

  static final Setting<String> NAME = Setting.of("name", Shape.text(Limits.NAME)).at(Standing.EACH);

  static final Setting<Boolean> COLLECT_RATINGS = Setting.of("collectRatings", Shape.flag(), true);

  static final Setting<Scale> SCALE =
      Setting.of("scale", Shape.oneOf(List.of(Scale.values()), Scale::code), Scale.STARS5);

  static final Setting<Texts> REQUEST_TEXT =
      Setting.of(
          "requestText",
          Texts.SHAPE,
          new Texts(Map.of("en", "Please rate the quality of service")));

  static final Setting<Integer> DELAY_SECONDS =
      Setting.of("delaySeconds", Shape.integer(0, LONGEST_DELAY), 0);

  static final Setting<List<ClosedBy>> ASK_AFTER =
      Setting.of("askAfter", Shape.list(ClosedBy.SHAPE, ClosedBy.values().length))
          .or(Catalogue::endings);

  static final Setting<List<Audience>> AUDIENCE =
      Setting.of(
          "audience",
          Shape.list(Audience.SHAPE, Audience.values().length),
          List.of(Audience.values()));

  static final Setting<Boolean> DIRECT_OUTBOUND = Setting.of("directOutbound", Shape.flag(), true);

  static final Setting<Boolean> WORKFLOW_OUTBOUND =
      Setting.of("workflowOutbound", Shape.flag(), false);

  static final Setting<Integer> MINIMUM_CHARACTERS =
      Setting.of("minimumCharacters", Shape.integer(0, MOST_CHARACTERS), 250);

  static final Setting<Integer> STALE_AFTER_DAYS =
      Setting.of("staleAfterDays", Shape.integer(1, MOST_DAYS), 7);

  static final Setting<Integer> RATE_WITHIN_HOURS =
      Setting.of("rateWithinHours", Shape.integer(1, MOST_HOURS));

  static final Setting<Integer> CHANGE_WITHIN_HOURS =
      Setting.of("changeWithinHours", Shape.integer(1, MOST_HOURS));

  static final Setting<Boolean> ASK_FEEDBACK = Setting.of("askFeedback", Shape.flag(), true);

  static final Setting<Boolean> ASK_RESOLVED = Setting.of("askResolved", Shape.flag(), false);

  static final Setting<List<Reason>> REASONS = Setting.of("reasons", Reason.LIST, List.of());

  static final Setting<LowRating> LOW_RATING =
      Setting.of("lowRating", LowRating.SHAPE, LowRating.STANDARD).merging(LowRating::over);

  static final Setting<ClosingApp> CLOSING_APP = Setting.of("closingApp", ClosingApp.SHAPE);

  static final Setting<List<Origin>> ALLOWED_ORIGINS =
      Setting.of("allowedOrigins", Shape.list(Origin.SHAPE, MOST_ORIGINS), List.of());

  static final Setting<Boolean> REQUIRE_TOKEN = Setting.of("requireToken", Shape.flag(), false);

  static final Setting<UrlTemplate> CHAT_HISTORY_URL_TEMPLATE =
      Setting.of(
          "chatHistoryUrlTemplate",
          UrlTemplate.shape(List.of("conversationId", "lineId", "userId")));

  static final Setting<Targets> TARGETS =
      Setting.of("targets", Targets.SHAPE, new Targets(Map.of()));

  static final Setting<ZoneId> TIME_ZONE =
      Setting.of(
              "timeZone",
              Shape.parsed(
                  Limits.NAME,
                  Catalogue::zone,
                  ZoneId::getId,
                  "must be a time zone, as Europe/Berlin or UTC"),
              ZoneId.of("UTC"))
          .at(Standing.WORKSPACE);

  static final Setting<NpsBands> NPS_BANDS =
      Setting.of("npsBands", NpsBands.SHAPE, NpsBands.STANDARD).at(Standing.WORKSPACE);

  private static final List<Setting<?>> ALL =
      List.of(
          CHANNEL,
          NAME,
          COLLECT_RATINGS,
          SCALE,
          REQUEST_TEXT,
          DELAY_SECONDS,
          ASK_AFTER,
          AUDIENCE,
          DIRECT_OUTBOUND,
          WORKFLOW_OUTBOUND,
          MINIMUM_CHARACTERS,
          STALE_AFTER_DAYS,
          RATE_WITHIN_HOURS,
          CHANGE_WITHIN_HOURS,
          ASK_FEEDBACK,
          ASK_RESOLVED,
          REASONS,
          LOW_RATING,
          CLOSING_APP,
          ALLOWED_ORIGINS,
          REQUIRE_TOKEN,
          CHAT_HISTORY_URL_TEMPLATE,
          TARGETS,
          TIME_ZONE,
          NPS_BANDS);

  private Catalogue() {}

  static List<Setting<?>> all() {
    return ALL;
  }

  static Stream<Setting<?>> ofLine() {
    return ALL.stream().filter(setting -> setting.standing().ofLine());
  }

  static Stream<Setting<?>> ofWorkspace() {
    return ALL.stream().filter(setting -> setting.standing().ofWorkspace());
  }

  /** On a website the visitor ends the chat too (D8). */
  private static List<ClosedBy> endings(String channel) {
    return channel.equals(Line.WEBSITE)
        ? List.of(ClosedBy.values())
        : List.of(ClosedBy.TEAMMATE, ClosedBy.TIMEOUT);
  }

  private static Optional<ZoneId> zone(String id) {
    return ZoneId.getAvailableZoneIds().contains(id)
        ? Optional.of(ZoneId.of(id))
        : Optional.empty();
  }
}
