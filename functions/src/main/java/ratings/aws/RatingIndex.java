package ratings.aws;

import java.util.Map;
import ratings.domain.rating.list.Position;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The indexes that find recorded ratings, all in the order of their time. */
enum RatingIndex {
  /** Projects what the list shows. */
  BY_TIME("byTime", RatingItem.TIME_PK, RatingItem.TIME_SK),
  /** Projects keys only. */
  BY_USER("byUser", RatingItem.USER_PK, RatingItem.USER_SK),
  /** Projects keys only. */
  BY_TEAMMATE("byTeammate", RatingItem.TEAMMATE_PK, RatingItem.TIME_SK);

  private final String indexName;
  private final String partitionName;
  private final String sortName;

  RatingIndex(String indexName, String partitionName, String sortName) {
    this.indexName = indexName;
    this.partitionName = partitionName;
    this.sortName = sortName;
  }

  String indexName() {
    return indexName;
  }

  String partitionName() {
    return partitionName;
  }

  String sortName() {
    return sortName;
  }

  /** An item's place in the index. */
  Position position(Map<String, AttributeValue> item) {
    return new Position(item.get(sortName).s());
  }
}
