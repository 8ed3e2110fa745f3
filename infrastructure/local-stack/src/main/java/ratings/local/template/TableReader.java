package ratings.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::DynamoDB::Table}. */
final class TableReader {
  private TableReader() {}

  static TableResource read(String id, Properties properties) {
    var table =
        new TableResource(
            id,
            attributes(properties),
            key(properties),
            properties.sections("GlobalSecondaryIndexes").stream().map(TableReader::index).toList(),
            streamView(properties),
            expiryAttribute(properties));
    properties.ignore(
        "AWS::DynamoDB::Table",
        "BillingMode",
        "ContributorInsightsSpecification",
        "DeletionProtectionEnabled",
        "OnDemandThroughput",
        "PointInTimeRecoverySpecification",
        "ResourcePolicy",
        "SSESpecification",
        "TableClass",
        "Tags",
        "WarmThroughput");
    properties.end();
    return table;
  }

  private static Map<String, String> attributes(Properties properties) {
    var attributes = new LinkedHashMap<String, String>();
    for (var definition : properties.sections("AttributeDefinitions")) {
      attributes.put(definition.text("AttributeName"), definition.text("AttributeType"));
      definition.end();
    }
    return attributes;
  }

  private static TableResource.Key key(Properties properties) {
    var byType = new LinkedHashMap<String, String>();
    for (var element : properties.sections("KeySchema")) {
      byType.put(element.text("KeyType"), element.text("AttributeName"));
      element.end();
    }
    if (!byType.containsKey("HASH")) {
      throw new TemplateException(properties.where(), "KeySchema has no HASH key");
    }
    return new TableResource.Key(byType.get("HASH"), Optional.ofNullable(byType.get("RANGE")));
  }

  private static TableResource.Index index(Properties properties) {
    var projection = properties.section("Projection");
    var index =
        new TableResource.Index(
            properties.text("IndexName"),
            key(properties),
            projection.text("ProjectionType"),
            List.copyOf(projection.texts("NonKeyAttributes")));
    projection.end();
    properties.ignore("AWS::DynamoDB::Table index", "OnDemandThroughput", "WarmThroughput");
    properties.end();
    return index;
  }

  private static Optional<String> streamView(Properties properties) {
    return properties
        .optionalSection("StreamSpecification")
        .map(
            stream -> {
              String view = stream.text("StreamViewType");
              stream.end();
              return view;
            });
  }

  private static Optional<String> expiryAttribute(Properties properties) {
    var expiry = properties.section("TimeToLiveSpecification");
    var attribute = expiry.optionalText("AttributeName");
    boolean enabled = expiry.flag("Enabled", false);
    expiry.end();
    return attribute.filter(it -> enabled);
  }
}
