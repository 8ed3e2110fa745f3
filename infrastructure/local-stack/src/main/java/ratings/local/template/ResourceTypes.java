package ratings.local.template;

import java.util.Set;

/** What has no counterpart on this machine, so that it is named as ignored and left out. */
final class ResourceTypes {
  private static final Set<String> IGNORED =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolDomain",
          "AWS::Cognito::UserPoolGroup",
          "AWS::Cognito::UserPoolResourceServer",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy");

  private ResourceTypes() {}

  static boolean isIgnored(String type) {
    return IGNORED.contains(type);
  }
}
