package ratings.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.rating.Source;

/**
 * A line or widget, and how it goes there.
 *
 * @param prefix what its conversations' ids begin with
 * @param share of the workspace's conversations, in relation to the other lines
 * @param quality how many of the ratings of its bots are good, from 0 to 1
 * @param handedOver how many of its conversations a teammate takes part in, from 0 to 1
 * @param answering how many of those who are asked answer, from 0 to 1
 * @param source where its ratings come in
 * @param slow whether answers take hours, not seconds
 * @param endedDaysAgo since when it is quiet, if it is
 * @param bots that talk there
 * @param settings as an admin would send them
 */
record SampleLine(
    String id,
    String prefix,
    int share,
    double quality,
    double handedOver,
    double answering,
    Source source,
    boolean slow,
    int endedDaysAgo,
    List<String> bots,
    Map<String, Object> settings) {
  SampleLine {
    bots = Optional.ofNullable(bots).map(List::copyOf).orElse(List.of());
  }

  String scale() {
    return settings.getOrDefault("scale", "stars5").toString();
  }

  boolean asks(String setting) {
    return Boolean.TRUE.equals(settings.get(setting));
  }

  /** Codes of the reasons that a customer can pick. */
  List<String> reasons() {
    return settings.get("reasons") instanceof List<?> reasons
        ? reasons.stream().map(reason -> ((Map<?, ?>) reason).get("code").toString()).toList()
        : List.of();
  }
}
