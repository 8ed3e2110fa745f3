package ratings.domain.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The conversations of one day and one combination, summed.
 *
 * @param day in the workspace's zone
 * @param teammateName what the combination's teammate was called when last seen; it may differ from
 *     cell to cell, and the one of the latest day is the newest
 */
public record Cell(
    LocalDate day, Combination combination, Counts counts, Optional<String> teammateName) {}
