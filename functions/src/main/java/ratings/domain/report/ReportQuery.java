package ratings.domain.report;

import java.util.Optional;

/**
 * What a report is to tell.
 *
 * @param by what it is divided by, if anything
 */
public record ReportQuery(String workspace, Period period, ReportFilter filter, Optional<Cut> by) {}
