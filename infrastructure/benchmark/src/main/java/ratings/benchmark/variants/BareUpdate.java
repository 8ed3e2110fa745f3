package ratings.benchmark.variants;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A constant write of the shape and size of the submit function's: what any handler must do. */
final class BareUpdate {
  private BareUpdate() {}

  static UpdateItemRequest request(String table) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Map.of("pk", text("w#main#C#conversation-1"), "sk", text("RATING")))
        .updateExpression(
            "SET #id = if_not_exists(#id, :id), #line = if_not_exists(#line, :line), "
                + "#channel = if_not_exists(#channel, :channel), "
                + "#scale = if_not_exists(#scale, :scale), "
                + "#askedAt = if_not_exists(#askedAt, :now), "
                + "#closedAt = if_not_exists(#closedAt, :now), "
                + "#rateUntil = if_not_exists(#rateUntil, :rateUntil), "
                + "#changeUntil = if_not_exists(#changeUntil, :changeUntil), "
                + "#userId = if_not_exists(#userId, :userId), "
                + "#userName = if_not_exists(#userName, :userName), "
                + "#language = if_not_exists(#language, :language), "
                + "#userPk = if_not_exists(#userPk, :userPk), "
                + "#version = if_not_exists(#version, :zero) + :one, "
                + "#score = :score, #recordedAt = if_not_exists(#recordedAt, :now), "
                + "#changedAt = :now, #source = if_not_exists(#source, :source), "
                + "#timePk = if_not_exists(#timePk, :timePk), "
                + "#timeSk = if_not_exists(#timeSk, :timeSk), "
                + "#userSk = if_not_exists(#timeSk, :timeSk), "
                + "#receipt0 = :receipt0, #receipt1 = if_not_exists(#receipt0, :none), "
                + "#receipt2 = if_not_exists(#receipt1, :none), "
                + "#receipt3 = if_not_exists(#receipt2, :none)")
        .conditionExpression(
            "(attribute_not_exists(#line) OR #line = :line) AND "
                + "(attribute_not_exists(#scale) OR #scale = :scale) AND "
                + "(attribute_not_exists(#score) AND attribute_not_exists(#withdrawnAt) AND "
                + "(attribute_not_exists(#rateUntil) OR #rateUntil > :now) OR "
                + "attribute_exists(#score) AND attribute_not_exists(#feedback) AND "
                + "#changeUntil > :now AND (attribute_not_exists(#score) OR #score <> :score)) "
                + "AND NOT begins_with(#receipt0, :key) AND NOT begins_with(#receipt1, :key) "
                + "AND NOT begins_with(#receipt2, :key) AND NOT begins_with(#receipt3, :key)")
        .expressionAttributeNames(names())
        .expressionAttributeValues(values())
        .returnValues(ReturnValue.ALL_OLD)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (String name :
        new String[] {
          "id",
          "line",
          "channel",
          "scale",
          "askedAt",
          "closedAt",
          "rateUntil",
          "changeUntil",
          "userId",
          "userName",
          "language",
          "userPk",
          "version",
          "score",
          "recordedAt",
          "changedAt",
          "source",
          "timePk",
          "timeSk",
          "userSk",
          "receipt0",
          "receipt1",
          "receipt2",
          "receipt3",
          "withdrawnAt",
          "feedback"
        }) {
      names.put("#" + name, name);
    }
    return names;
  }

  private static Map<String, AttributeValue> values() {
    var values = new HashMap<String, AttributeValue>();
    values.put(":id", text("conversation-1"));
    values.put(":line", text("support"));
    values.put(":channel", text("website"));
    values.put(":scale", text("stars5"));
    values.put(":now", number("1795253400000"));
    values.put(":rateUntil", number("253402300799999"));
    values.put(":changeUntil", number("253402300799999"));
    values.put(":userId", text("auth0|77"));
    values.put(":userName", text("Ada Lovelace"));
    values.put(":language", text("en"));
    values.put(":userPk", text("w#main#U#auth0|77"));
    values.put(":zero", number("0"));
    values.put(":one", number("1"));
    values.put(":score", number("4"));
    values.put(":source", text("widget"));
    values.put(":timePk", text("w#main#0"));
    values.put(":timeSk", text("2026-11-21T09:30:00.000Z#conversation-1"));
    values.put(":receipt0", text("0123456789abcdef:0123456789abcdef:1795253400000"));
    values.put(":none", text(""));
    values.put(":key", text("0123456789abcdef:"));
    return values;
  }

  private static AttributeValue text(String text) {
    return AttributeValue.builder().s(text).build();
  }

  private static AttributeValue number(String number) {
    return AttributeValue.builder().n(number).build();
  }
}
