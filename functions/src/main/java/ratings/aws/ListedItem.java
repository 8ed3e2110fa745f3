package ratings.aws;

import static ratings.aws.Attributes.instant;
import static ratings.aws.Attributes.string;

import java.util.Map;
import java.util.Optional;
import ratings.domain.rating.Source;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.score.Scale;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversation's item, whole or as the index by time has it, as a row of the list. */
final class ListedItem {
  private ListedItem() {}

  /** The row, or nothing while the conversation is not rated. */
  static Optional<ListedRating> of(Map<String, AttributeValue> item) {
    return instant(item, RatingItem.RECORDED_AT)
        .map(
            recordedAt ->
                new ListedRating(
                    string(item, RatingItem.ID).orElseThrow(),
                    string(item, RatingItem.MESSAGE_ID),
                    string(item, RatingItem.SCALE).flatMap(Scale::of).orElseThrow(),
                    RatingItem.answer(item),
                    string(item, RatingItem.SURVEY),
                    string(item, RatingItem.PROMPT),
                    string(item, RatingItem.USER_ID),
                    string(item, RatingItem.USER_NAME),
                    string(item, RatingItem.CHANNEL).orElseThrow(),
                    RatingItem.widget(item),
                    string(item, RatingItem.LINE).orElseThrow(),
                    string(item, RatingItem.BOT),
                    string(item, RatingItem.TEAMMATE_ID),
                    string(item, RatingItem.TEAMMATE_NAME),
                    string(item, RatingItem.TEAM),
                    string(item, RatingItem.LANGUAGE),
                    string(item, RatingItem.SOURCE).flatMap(Source::of).orElseThrow(),
                    instant(item, RatingItem.ASKED_AT),
                    recordedAt,
                    instant(item, RatingItem.CHANGED_AT).filter(at -> !at.equals(recordedAt)),
                    item.containsKey(RatingItem.SUSPECT) && item.get(RatingItem.SUSPECT).bool(),
                    string(item, RatingItem.HISTORY),
                    followUp(item)));
  }

  private static Optional<FollowUp> followUp(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(RatingItem.FOLLOW_UP))
        .map(AttributeValue::m)
        .map(
            map ->
                new FollowUp(
                    string(map, RatingItem.FOLLOW_UP_STATE)
                        .flatMap(FollowUp.State::of)
                        .orElseThrow(),
                    string(map, RatingItem.FOLLOW_UP_NOTE),
                    string(map, RatingItem.FOLLOW_UP_BY).orElseThrow(),
                    instant(map, RatingItem.FOLLOW_UP_AT).orElseThrow()));
  }
}
