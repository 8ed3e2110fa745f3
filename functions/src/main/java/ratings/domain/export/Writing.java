package ratings.domain.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.Sort;

/**
 * One run at one export that it has claimed. Parts end where a page ends, so that the next run can
 * go on behind any of them.
 */
final class Writing {
  private static final int ALMOST = 99;

  /** What a page adds to a part that was not yet full. */
  private static final int SLACK = 1024 * 1024;

  private final ExportRun run;
  private final Ticket ticket;
  private final Shift shift;
  private final RowFormat format;
  private final StringBuilder text = new StringBuilder();
  private Export job;
  private PartBuffer part;
  private long rows;
  private long bytes;
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.MIN;
  private Instant told;
  private int percentBefore;
  private Optional<Checkpoint> boundary = Optional.empty();

  Writing(ExportRun run, Export claimed, Ticket ticket, Shift shift) {
    this.run = run;
    this.job = claimed;
    this.ticket = ticket;
    this.shift = shift;
    this.format = run.formats().apply(claimed.order());
    this.told = run.clock().instant();
    this.part = newPart();
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
          return handOver(uploads);
        }
        if (!tell()) {
          return stop(uploads);
        }
      }
    }
    return finish(uploads);
  }

  /** The upload of the run before, where all of its parts are still there. */
  private Optional<PartUploads> resumed() {
    if (job.checkpoint().isEmpty() || job.upload().isEmpty()) {
      return Optional.empty();
    }
    var checkpoint = job.checkpoint().get();
    var upload = job.upload().get();
    var tags = List.copyOf(run.files().parts(upload).headMap(checkpoint.parts() + 1).values());
    if (tags.size() < checkpoint.parts()) {
      return Optional.empty();
    }
    boundary = Optional.of(checkpoint);
    rows = checkpoint.progress().rows();
    bytes = checkpoint.progress().bytes();
    percentBefore = checkpoint.progress().percent();
    return Optional.of(new PartUploads(run.files(), upload, tags, run.background()));
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
            boundary.map(Checkpoint::from));
    return new ReadAhead(run.pages(), query, run.background());
  }

  private void append(Page page) {
    text.setLength(0);
    for (ListedRating row : page.rows()) {
      format.append(row, text);
      last = row.recordedAt();
    }
    part.append(text);
    rows += page.rows().size();
    first = first.or(() -> page.rows().stream().map(ListedRating::recordedAt).findFirst());
  }

  /** Sends the part if it is full. */
  private void cut(PartUploads uploads, Position behind) {
    if (part.size() < run.measures().partBytes()) {
      return;
    }
    int parts = send(uploads);
    boundary = Optional.of(new Checkpoint(parts, behind, progress()));
  }

  private int send(PartUploads uploads) {
    int before = uploads.settle();
    uploads.add(part);
    bytes += part.size();
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
    return save(job.at(progress()));
  }

  private Outcome handOver(PartUploads uploads) {
    uploads.settle();
    if (ticket.hop() >= run.measures().mostHops()) {
      save(job.failed("It was handed over too often.", run.clock().instant()));
      return stop(uploads);
    }
    if (!save(job.handedOver(boundary))) {
      return stop(uploads);
    }
    run.queue().send(ticket.next());
    return Outcome.HANDED_OVER;
  }

  private Outcome finish(PartUploads uploads) {
    if (part.size() > 0 || uploads.isEmpty()) {
      send(uploads);
    }
    uploads.complete();
    var whole = new Progress(rows, bytes, 100);
    return save(job.ready(whole, run.clock().instant())) ? Outcome.READY : stop(uploads);
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

  private Progress progress() {
    return new Progress(rows, bytes + part.size(), percent());
  }

  /** How much is done of the time from this run's first row on. */
  private int percent() {
    if (first.isEmpty()) {
      return percentBefore;
    }
    double whole = Duration.between(first.get(), job.createdAt()).toMillis();
    double done = Duration.between(first.get(), last).toMillis();
    double share = whole <= 0 ? 1 : Math.clamp(done / whole, 0, 1);
    return percentBefore + (int) ((ALMOST - percentBefore) * share);
  }

  private PartBuffer newPart() {
    return new PartBuffer(run.measures().partBytes() + SLACK);
  }
}
