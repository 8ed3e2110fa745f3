package ratings.domain.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.Sort;

/**
 * One run at one export that it has claimed. Parts end where a page ends, and what is no full part
 * when time runs out is put aside, so that the next run goes on behind the last page, whatever it
 * held: one that finds little in much gets on all the same.
 */
final class Writing {
  /** What a page adds to a part that was not yet full. */
  private static final int SLACK = 1024 * 1024;

  private final ExportRun run;
  private final Ticket ticket;
  private final Shift shift;
  private final RowFormat format;
  private final StringBuilder text = new StringBuilder();
  private Export job;
  private PartBuffer part;
  private Tally tally;
  private Instant told;

  /** Behind the part that is sent. */
  private Optional<Boundary> sent = Optional.empty();

  /** Behind the parts that are there for sure. */
  private Optional<Checkpoint> there = Optional.empty();

  /** What this run has put aside, which no other may have a use for. */
  private Optional<Rest> aside = Optional.empty();

  Writing(ExportRun run, Export claimed, Ticket ticket, Shift shift) {
    this.run = run;
    this.job = claimed;
    this.ticket = ticket;
    this.shift = shift;
    this.format = run.formats().apply(claimed.order());
    this.told = run.clock().instant();
    this.part = newPart();
    this.tally = new Tally(claimed.createdAt(), Progress.NONE, 0);
  }

  /** Where a part ends, and how far that is. */
  private record Boundary(Position from, Progress progress) {}

  /** Whoever took the export over may end its upload; nobody else may. */
  Outcome write() {
    try {
      return written();
    } catch (Superseded byWhom) {
      if (isOurs()) {
        throw byWhom;
      }
      return clear(job.upload().orElseThrow());
    }
  }

  private Outcome written() {
    if (run.isComplete(job)) {
      return ready(job.upload().orElseThrow());
    }
    var opened = resumed().or(this::begun);
    if (opened.isEmpty()) {
      return Outcome.STOPPED;
    }
    return write(opened.get(), there.map(Checkpoint::from));
  }

  private Outcome write(PartUploads uploads, Optional<Position> from) {
    var behind = from;
    for (var pages = pages(from); pages.hasNext(); ) {
      var page = pages.next(timeLeft());
      boolean last = !pages.hasNext();
      if (last && isLate() && !behind.equals(from)) {
        return handOver(uploads, behind);
      }
      page.ifPresent(this::append);
      behind = page.map(Page::next).orElse(behind);
      if (page.isPresent() && behind.isPresent()) {
        cut(uploads, behind.get());
      }
      if (!last && isLate()) {
        return handOver(uploads, behind);
      }
      if (!last && !tell(uploads)) {
        return stop(uploads);
      }
    }
    return finish(uploads);
  }

  /** The upload of the run before, where all that it left is still there, and as it was. */
  private Optional<PartUploads> resumed() {
    if (job.checkpoint().isEmpty() || job.upload().isEmpty()) {
      return Optional.empty();
    }
    var checkpoint = job.checkpoint().get();
    var upload = job.upload().get();
    var parts = run.files().parts(upload);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    var tags = List.copyOf(parts.get().headMap(checkpoint.parts() + 1).values());
    if (!checkpoint.isBehind(tags) || !takeUp(checkpoint)) {
      return Optional.empty();
    }
    there = Optional.of(checkpoint);
    var before = checkpoint.progress();
    tally = new Tally(job.createdAt(), before, before.bytes() - part.size());
    return Optional.of(new PartUploads(run.files(), upload, tags, run.background()));
  }

  private boolean takeUp(Checkpoint checkpoint) {
    return checkpoint.rest().map(rest -> run.files().takeUp(rest, part)).orElse(true);
  }

  /**
   * A file of its own for this attempt, in place of one that is of no use; nothing where the export
   * was taken away meanwhile.
   */
  private Optional<PartUploads> begun() {
    var kind = job.order().format();
    var useless = job.upload();
    var upload = run.files().begin(job.id() + "/" + job.attempt() + "." + kind.code(), kind);
    if (!save(job.uploading(upload))) {
      run.files().discard(upload);
      useless.ifPresent(this::clear);
      return Optional.empty();
    }
    useless.ifPresent(run.files()::discard);
    part.append(format.head());
    return Optional.of(new PartUploads(run.files(), upload, List.of(), run.background()));
  }

  private ReadAhead pages(Optional<Position> from) {
    var query =
        new PageQuery(
            job.workspace(),
            job.order().rows(),
            Sort.OLDEST_FIRST,
            run.measures().pageRows(),
            from);
    return new ReadAhead(run.pages(), query, run.background());
  }

  private void append(Page page) {
    text.setLength(0);
    for (ListedRating row : page.rows()) {
      format.append(row, text);
    }
    part.append(text);
    tally.add(page);
  }

  /** Sends the part if it is full. */
  private void cut(PartUploads uploads, Position behind) {
    if (part.size() < run.measures().partBytes()) {
      return;
    }
    var progress = tally.with(part);
    settle(uploads);
    send(uploads);
    sent = Optional.of(new Boundary(behind, progress));
  }

  /** Waits for the part that is sent: another run could go on behind it. */
  private void settle(PartUploads uploads) {
    var tags = uploads.settle();
    there =
        sent.map(it -> Checkpoint.behind(tags, Optional.empty(), it.from(), it.progress()))
            .or(() -> there);
    sent = Optional.empty();
  }

  private void send(PartUploads uploads) {
    uploads.add(part);
    tally.sent(part);
    part = newPart();
  }

  private boolean isLate() {
    return !run.clock().instant().isBefore(shift.handOver());
  }

  private Duration timeLeft() {
    return Duration.between(run.clock().instant(), shift.handOver());
  }

  /** Stores the progress, now and then; false once the export was taken away. */
  private boolean tell(PartUploads uploads) {
    var now = run.clock().instant();
    if (Duration.between(told, now).compareTo(run.measures().between()) < 0) {
      return true;
    }
    told = now;
    if (uploads.isThere()) {
      settle(uploads);
    }
    return save(job.at(tally.with(part), there));
  }

  private Outcome handOver(PartUploads uploads, Optional<Position> behind) {
    if (ticket.hop() >= run.measures().mostHops()) {
      boolean failed = save(job.failed("It was handed over too often.", run.clock().instant()));
      var stopped = stop(uploads);
      return failed ? Outcome.GIVEN_UP : stopped;
    }
    if (!isOurs() || !save(job.handedOver(behind.flatMap(page -> reached(uploads, page))))) {
      return stop(uploads);
    }
    run.queue().send(ticket.next());
    return Outcome.HANDED_OVER;
  }

  /**
   * Behind the last page, or where the store would not have that in time, behind what it surely
   * has: the next run sends the rest again.
   */
  private Optional<Checkpoint> reached(PartUploads uploads, Position behind) {
    try {
      settle(uploads);
      if (part.size() > 0) {
        aside = Optional.of(run.files().putAside(uploads.upload(), job.attempt(), part));
      }
      return Optional.of(Checkpoint.behind(uploads.settle(), aside, behind, tally.with(part)));
    } catch (Unavailable notInTime) {
      return there;
    }
  }

  private Outcome finish(PartUploads uploads) {
    if (part.size() > 0 || uploads.isEmpty()) {
      send(uploads);
    }
    var tags = uploads.settle();
    if (!save(job.completing(tally.with(part)))) {
      return stop(uploads);
    }
    run.files().complete(uploads.upload(), tags, patience());
    return ready(uploads.upload());
  }

  /**
   * All that is left of the shift, for nothing is lost if it ends before the store has answered.
   */
  private Duration patience() {
    return Duration.between(run.clock().instant(), shift.end());
  }

  private Outcome ready(Upload upload) {
    run.files().forgetRests(upload);
    return save(job.ready(run.clock().instant())) ? Outcome.READY : clear(upload);
  }

  private Outcome stop(PartUploads uploads) {
    uploads.settle();
    return clear(uploads.upload());
  }

  /** Nobody wants what this run has written, but it may share the upload with one that goes on. */
  private Outcome clear(Upload upload) {
    aside.ifPresent(run.files()::forget);
    if (now().filter(now -> now.needs(upload)).isEmpty()) {
      run.files().discard(upload);
    }
    return Outcome.STOPPED;
  }

  /** Whether nobody has taken the export over or away. */
  private boolean isOurs() {
    return now().filter(now -> now.version() == job.version()).isPresent();
  }

  private Optional<Export> now() {
    return run.exports().find(job.workspace(), job.id());
  }

  /** Stores what comes next, and then forgets what was put aside for what was before. */
  private boolean save(Export next) {
    if (!run.exports().replace(next)) {
      return false;
    }
    var before = rest(job);
    job = next;
    before.filter(it -> !rest(next).equals(before)).ifPresent(run.files()::forget);
    return true;
  }

  private static Optional<Rest> rest(Export export) {
    return export.checkpoint().flatMap(Checkpoint::rest);
  }

  private PartBuffer newPart() {
    return new PartBuffer(run.measures().partBytes() + SLACK);
  }
}
