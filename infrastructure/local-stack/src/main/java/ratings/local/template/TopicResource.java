package ratings.local.template;

/** An {@code AWS::SNS::Topic}. */
public record TopicResource(String id, String arn) {}
