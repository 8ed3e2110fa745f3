package ratings.aws;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.Unavailable;
import ratings.domain.report.Cell;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * All that is counted of a workspace's month: cells, and folds that may have taken some of them
 * over already. Cells are read before folds, by their keys and consistently, and a cell is deleted
 * after it was folded: so whatever happens meanwhile, none is missed, and one that is in its fold
 * is known by its last day and left out.
 */
record TallyMonth(
    YearMonth month, List<Map<String, AttributeValue>> cells, Map<Combination, Fold> folds) {

  /**
   * Reads a month.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  static TallyMonth read(
      DynamoDbClient dynamo, String table, Retries retries, String workspaceKey, YearMonth month) {
    var cells = new ArrayList<Map<String, AttributeValue>>();
    var folds = new HashMap<Combination, Fold>();
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :month")
            .expressionAttributeNames(Map.of("#pk", RatingItem.PK))
            .expressionAttributeValues(
                Map.of(":month", Attributes.text(Keys.tally(workspaceKey, month))))
            .consistentRead(true);
    QueryResponse page;
    do {
      page = retries.call(() -> dynamo.query(query.build()));
      for (var item : page.items()) {
        if (CellItem.isCell(item)) {
          cells.add(item);
        } else {
          var fold = FoldItem.fold(item);
          folds.put(fold.combination(), fold);
        }
      }
      query.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return new TallyMonth(month, cells, folds);
  }

  Fold fold(Combination combination) {
    return folds.getOrDefault(combination, Fold.none(combination));
  }

  /** The cells that are in no fold yet. */
  List<Map<String, AttributeValue>> unfolded() {
    return cells.stream()
        .filter(item -> !fold(CellItem.combination(item)).has(CellItem.written(item)))
        .toList();
  }

  /** The sums of every day and combination. */
  List<Cell> sums() {
    var sums = new HashMap<Place, Cell>();
    for (var fold : folds.values()) {
      fold.days()
          .forEach(
              (day, counts) ->
                  add(sums, month.atDay(day), fold.combination(), counts, fold.name()));
    }
    for (var item : unfolded()) {
      var combination = CellItem.combination(item);
      add(sums, CellItem.day(item), combination, CellItem.counts(item), CellItem.name(item));
    }
    return sums.values().stream().filter(cell -> !cell.counts().isNone()).toList();
  }

  private record Place(LocalDate day, Combination combination) {}

  /** Later cells come later, and so do their names. */
  private static void add(
      Map<Place, Cell> sums,
      LocalDate day,
      Combination combination,
      Counts counts,
      Optional<String> name) {
    sums.merge(
        new Place(day, combination),
        new Cell(day, combination, counts, name),
        (before, more) ->
            new Cell(
                day,
                combination,
                before.counts().plus(more.counts()),
                more.teammateName().or(before::teammateName)));
  }
}
