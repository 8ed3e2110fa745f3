package ratings.domain.conversation;

import java.util.Optional;
import java.util.function.Function;
import ratings.domain.document.Fields;

/**
 * Who took part in a conversation, and who answers for it.
 *
 * @param teammate who last sent the customer a message, and so has the rating's credit (R21)
 * @param responsible id of the manager who hears of a low rating (R92)
 * @param supervisor id of the manager's supervisor (R92)
 */
public record People(
    Optional<Customer> customer,
    Optional<Teammate> teammate,
    Optional<String> responsible,
    Optional<String> supervisor) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_ADDRESS = 320;

  /** The customer, of whom a platform may know any part. */
  public record Customer(Optional<String> id, Optional<String> name, Optional<String> email) {}

  /** A teammate, by the id that every list and report knows. */
  public record Teammate(String id, Optional<String> name, Optional<String> team) {}

  static People read(Fields fields) {
    return new People(
        part(fields, "customer", People::customer),
        part(fields, "teammate", People::teammate),
        part(fields, "responsible", People::id),
        part(fields, "supervisor", People::id));
  }

  private static <T> Optional<T> part(Fields fields, String name, Function<Fields, T> read) {
    return fields
        .object(name)
        .map(
            part -> {
              var value = read.apply(part);
              part.refuseOthers();
              return value;
            });
  }

  private static Customer customer(Fields part) {
    return new Customer(
        part.id("id"), part.text("name", LONGEST_NAME), part.text("email", LONGEST_ADDRESS));
  }

  private static Teammate teammate(Fields part) {
    return new Teammate(id(part), part.text("name", LONGEST_NAME), part.id("team"));
  }

  private static String id(Fields part) {
    return part.required("id", part.id("id"), "");
  }
}
