package ratings.local.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What a function said about a batch. */
sealed interface BatchOutcome {

  /** Every record was handled. */
  record Handled() implements BatchOutcome {}

  /** These records were not, by their identifiers. */
  record PartlyFailed(Set<String> identifiers) implements BatchOutcome {
    public PartlyFailed {
      identifiers = Set.copyOf(identifiers);
    }
  }

  /** None was, or the answer cannot be understood. */
  record Failed(String why) implements BatchOutcome {}

  /**
   * Reads a response to a mapping with ReportBatchItemFailures, as Lambda does: nothing, an empty
   * object and an empty list are success; what it cannot understand is failure.
   *
   * @param known the batch's identifiers
   */
  static BatchOutcome read(byte[] response, Set<String> known) {
    JsonNode failures;
    try {
      var json = new JsonMapper().readTree(response);
      if (json.isMissingNode() || json.isNull()) {
        return new Handled();
      }
      if (!json.isObject()) {
        return new Failed("the response is no object");
      }
      failures = json.path("batchItemFailures");
    } catch (IOException e) {
      return new Failed("the response is not JSON");
    }
    if (failures.isMissingNode() || failures.isNull()) {
      return new Handled();
    }
    if (!failures.isArray()) {
      return new Failed("batchItemFailures is no list");
    }
    return identifiers(failures, known);
  }

  private static BatchOutcome identifiers(JsonNode failures, Set<String> known) {
    var identifiers = new HashSet<String>();
    for (var failure : failures) {
      String identifier = failure.path("itemIdentifier").asText("");
      if (!known.contains(identifier)) {
        return new Failed("itemIdentifier '" + identifier + "' is not of this batch");
      }
      identifiers.add(identifier);
    }
    return identifiers.isEmpty() ? new Handled() : new PartlyFailed(identifiers);
  }
}
