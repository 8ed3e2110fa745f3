package ratings.aws;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A counter of the tally, as it was read.
 *
 * @param key of its item
 * @param day that its conversations belong to, in the workspace's zone
 * @param written the day, in UTC, on which all that is in it went there
 */
record StoredCell(
    Map<String, AttributeValue> key,
    LocalDate day,
    Combination combination,
    LocalDate written,
    Counts counts,
    Optional<String> name) {}
