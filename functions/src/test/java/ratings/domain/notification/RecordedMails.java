package ratings.domain.notification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Mails that are noted instead of sent; they can be refused, now or for good. */
public final class RecordedMails implements Mails {
  private final List<AlertMail> sent = Collections.synchronizedList(new ArrayList<>());
  private volatile Answer answer = new Answer.Sent();

  @Override
  public Answer send(AlertMail mail) {
    if (answer instanceof Answer.Sent) {
      sent.add(mail);
    }
    return answer;
  }

  public void goDown() {
    answer = new Answer.Later();
  }

  public void comeBack() {
    answer = new Answer.Sent();
  }

  public void refuse(String reason) {
    answer = new Answer.Refused(reason);
  }

  public List<AlertMail> sent() {
    return List.copyOf(sent);
  }
}
