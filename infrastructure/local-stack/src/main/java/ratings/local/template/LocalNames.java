package ratings.local.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ratings.local.account.Account;

/** What {@code !Ref} and {@code !GetAtt} give for each kind of resource on this machine. */
final class LocalNames {
  private static final Account ACCOUNT = Account.local();

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region",
          ACCOUNT.region(),
          "AWS::AccountId",
          ACCOUNT.id(),
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com",
          "AWS::StackName",
          "local",
          "AWS::StackId",
          ACCOUNT.arn("cloudformation", "stack/local/1"));

  private final Locations locations;

  LocalNames(Locations locations) {
    this.locations = locations;
  }

  static boolean isPseudoParameter(String name) {
    return PSEUDO_PARAMETERS.containsKey(name);
  }

  static String pseudoParameter(String name) {
    return PSEUDO_PARAMETERS.get(name);
  }

  String reference(String id, String type) {
    return switch (type) {
      case "AWS::S3::Bucket" -> bucket(id);
      case "AWS::SQS::Queue" -> locations.queues() + "/" + ACCOUNT.id() + "/" + id;
      case "AWS::SNS::Topic" -> ACCOUNT.arn("sns", id);
      case "AWS::Serverless::HttpApi" -> apiId(id);
      default -> id;
    };
  }

  /** An attribute; of a resource that is ignored here any attribute is a stand-in text. */
  String attribute(String id, String type, String attribute) {
    if (ResourceTypes.isIgnored(type)) {
      return id + "." + attribute;
    }
    return switch (type + " " + attribute) {
      case "AWS::DynamoDB::Table Arn" -> ACCOUNT.arn("dynamodb", "table/" + id);
      case "AWS::DynamoDB::Table StreamArn" ->
          ACCOUNT.arn("dynamodb", "table/" + id + "/stream/local");
      case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + bucket(id);
      case "AWS::SQS::Queue Arn" -> ACCOUNT.arn("sqs", id);
      case "AWS::SQS::Queue QueueName", "AWS::SNS::Topic TopicName" -> id;
      case "AWS::SQS::Queue QueueUrl" -> reference(id, type);
      case "AWS::SNS::Topic TopicArn" -> ACCOUNT.arn("sns", id);
      case "AWS::Serverless::Function Arn" -> ACCOUNT.arn("lambda", "function:" + id);
      case "AWS::Serverless::HttpApi ApiEndpoint" -> locations.api(id).toString();
      case "AWS::Serverless::HttpApi ApiId" -> apiId(id);
      default ->
          throw new TemplateException(id, "attribute " + attribute + " of " + type + " is unknown");
    };
  }

  /** A URL that names an API's host on AWS becomes its address here. */
  String reachable(String text, Set<String> apis) {
    String result = text;
    for (String id : apis) {
      String onAws = "https://" + apiId(id) + ".execute-api." + ACCOUNT.region() + ".amazonaws.com";
      result = result.replace(onAws, locations.api(id).toString());
    }
    return result;
  }

  static String apiId(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static String bucket(String id) {
    return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
