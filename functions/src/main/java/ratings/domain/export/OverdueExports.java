package ratings.domain.export;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import ratings.domain.Unavailable;

/** Finds exports that should have gone on by now. */
public interface OverdueExports {

  /**
   * Takes what is overdue, longest first. Of several who take at once only one gets an export.
   *
   * @param again when what is taken is overdue once more, by when it was created
   * @throws Unavailable if the store would not have it
   */
  List<Export> take(Instant now, UnaryOperator<Instant> again, int most);
}
