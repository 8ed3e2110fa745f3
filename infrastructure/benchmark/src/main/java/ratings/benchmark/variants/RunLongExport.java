package ratings.benchmark.variants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Source;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.score.Scale;

/** Exports made-up pages into nothing, and prints the bytes of heap that were alive at the most. */
public final class RunLongExport {
  private static final int PAGE = 500;

  /** Looking takes a full collection; parts are 6 MiB. */
  private static final int LOOK_EVERY = 10;

  private RunLongExport() {}

  /**
   * Runs.
   *
   * @param arguments rows
   */
  public static void main(String[] arguments) {
    long rows = Long.parseLong(arguments[0]);
    var most = new AtomicLong();
    var files = new NoFiles(number -> look(number, most));
    if (Written.rows(new MadeUpPages(rows / PAGE), files) != rows) {
      throw new IllegalStateException("not all rows");
    }
    System.out.println(most.get());
    System.exit(0);
  }

  private static void look(int number, AtomicLong most) {
    if (number % LOOK_EVERY == 1) {
      System.gc();
      var runtime = Runtime.getRuntime();
      most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
    }
  }

  private record MadeUpPages(long pages) implements RatingPages {
    @Override
    public Page read(PageQuery query) {
      long number = query.from().map(from -> Long.parseLong(from.text())).orElse(0L);
      var next =
          number + 1 < pages ? Optional.of(position(number + 1)) : Optional.<Position>empty();
      return new Page(rows(number), next);
    }

    private static Position position(long number) {
      return new Position(Long.toString(number));
    }

    private static List<ListedRating> rows(long page) {
      return IntStream.range(0, PAGE).mapToObj(i -> row(page * PAGE + i)).toList();
    }

    private static ListedRating row(long number) {
      return new ListedRating(
          "conversation-" + number,
          Optional.empty(),
          Scale.STARS5,
          new Answer(4, Optional.of("as usual, fine"), Optional.empty(), List.of()),
          Optional.empty(),
          Optional.empty(),
          Optional.of("auth0|" + number),
          Optional.of("Ada Lovelace"),
          "website",
          Optional.of("support"),
          "support",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Source.WIDGET,
          Optional.empty(),
          Instant.EPOCH.plusSeconds(number),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public Optional<ListedRating> find(ConversationId conversation) {
      return Optional.empty();
    }
  }
}
