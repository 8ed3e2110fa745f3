package ratings.local.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where mails end: files in a folder for people, a list for a page. */
public final class Outbox {
  private final Path folder;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  /** Makes the folder if it is missing. */
  public Outbox(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every mail since the start, oldest first. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** Puts a mail there. */
  public synchronized void add(Mail mail) {
    String name = String.format(Locale.ROOT, "%05d.eml", mails.size() + 1);
    try {
      Files.writeString(folder.resolve(name), new MailFile(mail).content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mails.add(mail);
  }
}
