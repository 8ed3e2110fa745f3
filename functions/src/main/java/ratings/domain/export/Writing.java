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

  /** Behind the part that is sent, and behind the one before it, which is there. */
  private Optional<Checkpoint> sent = Optional.empty();

  private Optional<Checkpoint> there = Optional.empty();

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

  Outcome write() {
    var opened = resumed().or(this::begun);
    if (opened.isEmpty()) {
      return Outcome.STOPPED;
    }
    var uploads = opened.get();
    for (var pages = pages(); pages.hasNext(); ) {
      var page = pages.next();
      append(page);
      if (page.next().isPresent()) {
        cut(uploads, page.next().get());
        if (isLate()) {
          return handOver(uploads, page.next().get());
        }
        if (!tell()) {
          return stop(uploads);
        }
      }
    }
    return finish(uploads);
  }

  /** The upload of the run before, where all that it left is still there. */
  private Optional<PartUploads> resumed() {
    if (job.checkpoint().isEmpty() || job.upload().isEmpty()) {
      return Optional.empty();
    }
    var checkpoint = job.checkpoint().get();
    var upload = job.upload().get();
    var tags = List.copyOf(run.files().parts(upload).headMap(checkpoint.parts() + 1).values());
    if (tags.size() < checkpoint.parts() || !takeUp(upload, checkpoint)) {
      run.files().discard(upload);
      return Optional.empty();
    }
    there = Optional.of(checkpoint);
    sent = there;
    var before = checkpoint.progress();
    tally = new Tally(job.createdAt(), before, before.bytes() - part.size());
    return Optional.of(new PartUploads(run.files(), upload, tags, run.background()));
  }

  private boolean takeUp(Upload upload, Checkpoint checkpoint) {
    return checkpoint.rest().map(rest -> run.files().takeUp(upload, rest, part)).orElse(true);
  }

  /** A file of its own for this attempt; nothing where the export was taken away meanwhile. */
  private Optional<PartUploads> begun() {
    var kind = job.order().format();
    var upload = run.files().begin(job.id() + "/" + job.attempt() + "." + kind.code(), kind);
    if (!save(job.uploading(upload))) {
      run.files().discard(upload);
      return Optional.empty();
    }
    part.append(format.head());
    return Optional.of(new PartUploads(run.files(), upload, List.of(), run.background()));
  }

  private ReadAhead pages() {
    var query =
        new PageQuery(
            job.workspace(),
            job.order().rows(),
            Sort.OLDEST_FIRST,
            run.measures().pageRows(),
            there.map(Checkpoint::from));
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
    int parts = send(uploads);
    there = sent;
    sent = Optional.of(new Checkpoint(parts, Optional.empty(), behind, progress));
  }

  private int send(PartUploads uploads) {
    int before = uploads.settle();
    uploads.add(part);
    tally.sent(part);
    part = newPart();
    return before + 1;
  }

  private boolean isLate() {
    return !run.clock().instant().isBefore(shift.handOver());
  }

  /** Stores the progress, now and then; false once the export was taken away. */
  private boolean tell() {
    var now = run.clock().instant();
    if (Duration.between(told, now).compareTo(run.measures().between()) < 0) {
      return true;
    }
    told = now;
    return save(job.at(tally.with(part)));
  }

  private Outcome handOver(PartUploads uploads, Position behind) {
    if (ticket.hop() >= run.measures().mostHops()) {
      boolean failed = save(job.failed("It was handed over too often.", run.clock().instant()));
      var stopped = stop(uploads);
      return failed ? Outcome.GIVEN_UP : stopped;
    }
    if (!save(job.handedOver(reached(uploads, behind)))) {
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
      int parts = uploads.settle();
      var rest =
          part.size() == 0
              ? Optional.<String>empty()
              : Optional.of(run.files().putAside(uploads.upload(), part));
      return Optional.of(new Checkpoint(parts, rest, behind, tally.with(part)));
    } catch (Unavailable notInTime) {
      return there;
    }
  }

  private Outcome finish(PartUploads uploads) {
    if (part.size() > 0 || uploads.isEmpty()) {
      send(uploads);
    }
    uploads.complete();
    return save(job.ready(tally.whole(), run.clock().instant())) ? Outcome.READY : stop(uploads);
  }

  /** Nobody wants what this run has written. */
  private Outcome stop(PartUploads uploads) {
    uploads.settle();
    run.files().discard(uploads.upload());
    return Outcome.STOPPED;
  }

  private boolean save(Export next) {
    boolean saved = run.exports().replace(next);
    job = saved ? next : job;
    return saved;
  }

  private PartBuffer newPart() {
    return new PartBuffer(run.measures().partBytes() + SLACK);
  }
}
