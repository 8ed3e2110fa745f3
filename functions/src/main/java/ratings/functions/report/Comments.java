package ratings.functions.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Reading;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.list.Cursors;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.rating.list.Sort;
import ratings.domain.rating.list.TimeRange;
import ratings.domain.score.Band;
import ratings.domain.score.Scale;
import ratings.domain.settings.NpsBands;
import ratings.http.Problem;

/** The positive comments that a teammate got (R42), newest first. */
record Comments(RatingPages pages, Cursors cursors) {
  private static final int AT_ONCE = 50;

  /**
   * One page of them; it may be short or empty while there is a next one.
   *
   * @throws Problem.Refused 400 {@code bad-cursor}
   */
  Map<String, Object> page(
      String workspace,
      String teammate,
      TimeRange recorded,
      NpsBands bands,
      Optional<String> cursor)
      throws Problem.Refused {
    var query =
        new PageQuery(
            workspace, filter(teammate, recorded), Sort.NEWEST_FIRST, AT_ONCE, Optional.empty());
    var page = pages.read(cursor.isEmpty() ? query : goOn(query, cursor.get()));
    var view = new LinkedHashMap<String, Object>();
    view.put(
        "items",
        page.rows().stream().filter(row -> isPositive(row, bands)).map(Comments::view).toList());
    view.put("next", page.next().map(next -> cursors.write(query, next)));
    return view;
  }

  private PageQuery goOn(PageQuery query, String cursor) throws Problem.Refused {
    var position = cursors.read(query, cursor);
    if (position.isEmpty()) {
      throw new Problem.Refused(
          Problem.of(
              400,
              "bad-cursor",
              "Not a cursor of this list",
              "A cursor fits the teammate and the days that it was made for, and no other."));
    }
    return query.from(position);
  }

  private static RatingFilter filter(String teammate, TimeRange recorded) {
    var conditions =
        Map.of(
            "teammateId",
            teammate,
            "feedback[exists]",
            "true",
            "recordedAt[after]",
            Timestamp.format(recorded.first().minusMillis(1)),
            "recordedAt[before]",
            Timestamp.format(recorded.last().plusMillis(1)));
    return switch (RatingFilter.read(conditions.entrySet())) {
      case Reading.Valid<RatingFilter>(var filter) -> filter;
      case Reading.Invalid<RatingFilter>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }

  private static boolean isPositive(ListedRating row, NpsBands bands) {
    int score = row.answer().score();
    var band = row.scale() == Scale.NPS ? bands.band(score) : row.scale().band(score);
    return band == Band.POSITIVE;
  }

  private static Map<String, Object> view(ListedRating row) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", row.id());
    view.put("score", row.answer().score());
    view.put("scale", row.scale().code());
    view.put("feedback", row.answer().feedback());
    view.put("userName", row.userName());
    view.put("recordedAt", row.recordedAt());
    view.put("chatHistoryUrl", row.chatHistoryUrl());
    return view;
  }
}
