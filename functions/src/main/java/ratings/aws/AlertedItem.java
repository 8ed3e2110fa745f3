package ratings.aws;

import static ratings.aws.Attributes.instant;
import static ratings.aws.Attributes.string;

import java.util.Map;
import ratings.domain.alert.Alert;
import ratings.domain.score.Scale;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversation's item as an alert. */
final class AlertedItem {
  private AlertedItem() {}

  static Alert alert(Map<String, AttributeValue> item) {
    var answer = RatingItem.answer(item);
    return new Alert(
        NoticeText.read(string(item, RatingItem.NOTIFY).orElseThrow()),
        string(item, RatingItem.ID).orElseThrow(),
        string(item, RatingItem.LINE).orElseThrow(),
        string(item, RatingItem.CHANNEL).orElseThrow(),
        string(item, RatingItem.SCALE).flatMap(Scale::of).orElseThrow(),
        answer.score(),
        new Alert.People(
            string(item, RatingItem.TEAMMATE_ID),
            string(item, RatingItem.TEAMMATE_NAME),
            string(item, RatingItem.TEAM),
            string(item, RatingItem.RESPONSIBLE),
            string(item, RatingItem.SUPERVISOR)),
        string(item, RatingItem.HISTORY),
        instant(item, RatingItem.RECORDED_AT).orElseThrow(),
        answer.feedback());
  }
}
