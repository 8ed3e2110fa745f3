package ratings.domain.export;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;

/** The pages of a query, each read in the background while the one before it is worked on. */
final class ReadAhead {
  private final RatingPages pages;
  private final PageQuery query;
  private final Executor background;
  private Optional<CompletableFuture<Page>> coming;

  ReadAhead(RatingPages pages, PageQuery query, Executor background) {
    this.pages = pages;
    this.query = query;
    this.background = background;
    this.coming = Optional.of(read(query));
  }

  boolean hasNext() {
    return coming.isPresent();
  }

  /** The next page, or nothing where it does not come in that time. */
  Optional<Page> next(Duration patience) {
    var page = Background.result(coming.orElseThrow(), patience);
    page.ifPresent(come -> coming = come.next().map(from -> read(query.from(Optional.of(from)))));
    return page;
  }

  private CompletableFuture<Page> read(PageQuery asked) {
    return CompletableFuture.supplyAsync(() -> pages.read(asked), background);
  }
}
