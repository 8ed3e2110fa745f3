package ratings.domain.rating.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Timestamp;

/** Rows in memory. It looks at a few rows only for each page, so that pages come out short. */
public final class FakeRatingPages implements RatingPages {
  private static final int MOST_ROWS = 20;

  private final Map<String, List<ListedRating>> rows = new HashMap<>();

  public void add(String workspace, ListedRating row) {
    rows.computeIfAbsent(workspace, w -> new ArrayList<>()).add(row);
  }

  public void remove(String workspace, String id) {
    rows.get(workspace).removeIf(row -> row.id().equals(id));
  }

  @Override
  public Page read(PageQuery query) {
    var newestLast = Comparator.comparing(FakeRatingPages::position);
    var order = query.sort() == Sort.OLDEST_FIRST ? newestLast : newestLast.reversed();
    var ahead =
        rowsOf(query.workspace())
            .sorted(order)
            .filter(row -> query.from().map(from -> isBehind(row, from, query)).orElse(true))
            .toList();
    var found = new ArrayList<ListedRating>();
    int looked = 0;
    while (looked < Math.min(MOST_ROWS, ahead.size()) && found.size() < query.limit()) {
      Optional.of(ahead.get(looked++)).filter(query.filter()::matches).ifPresent(found::add);
    }
    return new Page(
        found,
        looked == ahead.size()
            ? Optional.empty()
            : Optional.of(new Position(position(ahead.get(looked - 1)))));
  }

  @Override
  public Optional<ListedRating> find(ConversationId conversation) {
    return rowsOf(conversation.workspace())
        .filter(row -> row.id().equals(conversation.id()))
        .findFirst();
  }

  private Stream<ListedRating> rowsOf(String workspace) {
    return rows.getOrDefault(workspace, List.of()).stream();
  }

  private static boolean isBehind(ListedRating row, Position from, PageQuery query) {
    int order = position(row).compareTo(from.text());
    return query.sort() == Sort.OLDEST_FIRST ? order > 0 : order < 0;
  }

  private static String position(ListedRating row) {
    return Timestamp.format(row.recordedAt()) + "#" + row.id();
  }
}
