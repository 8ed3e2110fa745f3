package ratings.aws;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ratings.domain.report.Cell;
import ratings.domain.report.Tallies;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sums in DynamoDB: a partition for each month. */
public final class DynamoTallies implements Tallies {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoTallies(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public List<Cell> cells(String workspace, LocalDate from, LocalDate to) {
    var cells = new ArrayList<Cell>();
    var key = Keys.workspace(workspace);
    var last = YearMonth.from(to);
    for (var month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
      TallyMonth.read(dynamo, table, retries, new MonthKey(key, month)).all().stream()
          .filter(cell -> !cell.day().isBefore(from) && !cell.day().isAfter(to))
          .sorted(Comparator.comparing(Cell::day))
          .forEach(cells::add);
    }
    return cells;
  }
}
