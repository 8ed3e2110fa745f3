package ratings.domain.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The parts of one upload, sent in the background, one at a time: while it is sent the next is
 * filled, and no third one takes up memory.
 */
final class PartUploads {
  private final ExportFiles files;
  private final Upload upload;
  private final Executor background;
  private final List<String> tags;
  private CompletableFuture<String> sending = CompletableFuture.completedFuture("");
  private boolean idle = true;

  /**
   * Goes on with an upload.
   *
   * @param tags of the parts that are there already
   */
  PartUploads(ExportFiles files, Upload upload, List<String> tags, Executor background) {
    this.files = files;
    this.upload = upload;
    this.background = background;
    this.tags = new ArrayList<>(tags);
  }

  /** Sends the next part, once the one before it is there. */
  void add(PartBuffer part) {
    settle();
    int number = tags.size() + 1;
    sending = CompletableFuture.supplyAsync(() -> files.put(upload, number, part), background);
    idle = false;
  }

  /** What the store calls all parts, once the last one is there. */
  List<String> settle() {
    if (!idle) {
      tags.add(Background.result(sending));
      idle = true;
    }
    return List.copyOf(tags);
  }

  /** Whether the last part is there, so that nothing is to be waited for. */
  boolean isThere() {
    return sending.isDone() && !sending.isCompletedExceptionally();
  }

  /** Whether no part was added yet. */
  boolean isEmpty() {
    return idle && tags.isEmpty();
  }

  Upload upload() {
    return upload;
  }
}
