package ratings.domain.export;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;

/** The pages of a query, each read in the background while the one before it is worked on. */
final class ReadAhead implements Iterator<Page> {
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

  @Override
  public boolean hasNext() {
    return coming.isPresent();
  }

  @Override
  public Page next() {
    var page = Background.result(coming.orElseThrow());
    coming = page.next().map(from -> read(query.from(Optional.of(from))));
    return page;
  }

  private CompletableFuture<Page> read(PageQuery asked) {
    return CompletableFuture.supplyAsync(() -> pages.read(asked), background);
  }
}
