package ratings.domain.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;

/** Names each step that a run takes outside itself, and lets something happen around one. */
final class Steps {
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final int at;
  private final Predicate<String> also;
  private final Runnable event;

  /**
   * Counts steps, two for each call: one before its effect and one after.
   *
   * @param at which step the event happens at
   */
  Steps(int at, Runnable event) {
    this(at, step -> false, event);
  }

  private Steps(int at, Predicate<String> also, Runnable event) {
    this.at = at;
    this.also = also;
    this.event = event;
  }

  /** Lets it happen at every step of a name. */
  static Steps atEach(String name, Runnable event) {
    return new Steps(Integer.MAX_VALUE, name::equals, event);
  }

  boolean reached() {
    return taken.size() > at;
  }

  String name() {
    return taken.get(at);
  }

  private <T> T around(String name, Supplier<T> call) {
    take("before " + name);
    var result = call.get();
    take("after " + name);
    return result;
  }

  private void around(String name, Runnable call) {
    take("before " + name);
    call.run();
    take("after " + name);
  }

  private void take(String step) {
    taken.add(step);
    if (taken.size() == at + 1 || also.test(step)) {
      event.run();
    }
  }

  ExportQueue around(ExportQueue queue) {
    return ticket -> around("sending the ticket", () -> queue.send(ticket));
  }

  RatingPages around(RatingPages pages) {
    return new RatingPages() {
      @Override
      public Page read(PageQuery query) {
        return around("reading a page", () -> pages.read(query));
      }

      @Override
      public Optional<ListedRating> find(ConversationId conversation) {
        return pages.find(conversation);
      }
    };
  }

  Exports around(Exports exports) {
    return new Exports() {
      @Override
      public void add(Export export) {
        exports.add(export);
      }

      @Override
      public Optional<Export> find(String workspace, String id) {
        return around("finding the job", () -> exports.find(workspace, id));
      }

      @Override
      public List<Export> newest(String workspace, int most) {
        return exports.newest(workspace, most);
      }

      @Override
      public boolean replace(Export next) {
        return around("keeping it as " + next.state().code(), () -> exports.replace(next));
      }
    };
  }

  ExportFiles around(ExportFiles files) {
    return new ExportFiles() {
      @Override
      public Upload begin(String key, Format format) {
        return around("beginning the upload", () -> files.begin(key, format));
      }

      @Override
      public String put(Upload upload, int number, PartBuffer part) {
        return around("sending part " + number, () -> files.put(upload, number, part));
      }

      @Override
      public Rest putAside(Upload upload, int attempt, PartBuffer rest) {
        return around("putting the rest aside", () -> files.putAside(upload, attempt, rest));
      }

      @Override
      public boolean takeUp(Rest rest, PartBuffer part) {
        return around("taking up the rest", () -> files.takeUp(rest, part));
      }

      @Override
      public void forget(Rest rest) {
        around("forgetting the rest", () -> files.forget(rest));
      }

      @Override
      public void forgetRests(Upload upload) {
        around("forgetting all rests", () -> files.forgetRests(upload));
      }

      @Override
      public boolean isComplete(Upload upload) {
        return around("looking for the file", () -> files.isComplete(upload));
      }

      @Override
      public Optional<SortedMap<Integer, String>> parts(Upload upload) {
        return around("finding parts", () -> files.parts(upload));
      }

      @Override
      public void complete(Upload upload, List<String> tags, Duration patience) {
        around("completing", () -> files.complete(upload, tags, patience));
      }

      @Override
      public void discard(Upload upload) {
        around("discarding", () -> files.discard(upload));
      }
    };
  }
}
