package ratings.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P27: what the local stack does not run, and a deployment must have all the same. */
class DeployedTemplateTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String TEMPLATE = read("template.yaml");
  private static final String README = read("README.md");
  private static final String ALARM = "  Another%dAlarm: { Type: AWS::CloudWatch::Alarm }\n";

  /** One protection taken away from the template, and what must be found missing then. */
  record Removal(String protection, String without, String flaw) {
    @Override
    public String toString() {
      return flaw;
    }
  }

  @Test
  void theTemplateHasEveryProtection() {
    assertThat(flaws(TEMPLATE)).isEmpty();
  }

  /** SAM's reader takes no question mark between braces outside of quotes, as cron has one. */
  @Test
  void samReadsTheTemplateToo() {
    var foreign = Pattern.compile("[{\\[][^\"'}\\]]*\\?").asPredicate();

    assertThat(TEMPLATE.lines()).noneMatch(foreign);
    assertThat("{ Schedule: cron(0 3 * * ? *) }").matches(foreign);
  }

  @ParameterizedTest
  @MethodSource("removals")
  void aProtectionThatIsTakenAwayIsMissed(Removal removal) {
    assertThat(TEMPLATE).contains(removal.protection());

    assertThat(flaws(TEMPLATE.replace(removal.protection(), removal.without())))
        .anyMatch(flaw -> flaw.contains(removal.flaw()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AmazonDynamoDBFullAccess",
        "{ Statement: [{ Effect: Allow, Action: 'sns:*', Resource: !Ref AlarmTopic }] }",
        "{ Statement: [{ Effect: Allow, Action: [sns:Publish, '*'], Resource: !Ref AlarmTopic }] }",
        "{ Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: !Ref AlarmTopic }] }",
        "{ Statement: [{ Effect: Allow, Action: sns:Publish, Resource: '*' }] }",
        "{ Statement: [{ Effect: Allow, Action: sns:Publish, Resource: 'arn:aws:sns:::x' }] }",
        "{ Statement: [{ Effect: Allow, NotAction: sns:Publish, Resource: !Ref AlarmTopic }] }",
        "{ Statement: [{ Effect: Allow, Action: sqs:SendMessage,"
            + " Resource: [!GetAtt ExportQueue.Arn, !GetAtt ExportDeadLetters.Arn] }] }",
        "{ Statement: [{ Effect: Allow, Action: dynamodb:Query,"
            + " Resource: !Sub '${RatingsTable.Arn}/index/*' }] }",
        "{ Statement: [{ Effect: Allow, Action: dynamodb:GetItem,"
            + " Resource: !GetAtt VaultTable.Arn }] }",
      })
  void aWidePolicyIsSeen(String policy) {
    var policies = Matcher.quoteReplacement("Policies:\n        - " + policy + "\n");
    var widened = TEMPLATE.replaceFirst("Policies:\n", policies);

    assertThat(flaws(widened)).hasSize(1);
  }

  private static Stream<Removal> removals() {
    return Stream.of(
        new Removal("    Timeout: 29\n", "", "SettingsFunction has no timeout"),
        new Removal(
            "      LoggingConfig: { LogGroup: !Ref WidgetLog }\n", "", "WidgetFunction has"),
        new Removal("!Ref WidgetLog", "!Ref SettingsLog", "SettingsFunction has no log of its own"),
        new Removal("      SystemLogLevel: WARN\n", "", "SiteFunction lets Lambda write of every"),
        new Removal("{ RetentionInDays: !Ref LogRetentionDays }", "{}", "has no log of its own"),
        new Removal(
            "      Timeout: 50\n",
            "      Role: arn\n",
            "EnforceWindowsFunction has no role of its"),
        new Removal(
            "  WidgetFunction:",
            "  Widget2Function:",
            "Widget2Function is not called as its class"),
        new Removal(
            "rate(7 days)", "rate(14 days)", "RunExportFunction lets its snapshot grow old"),
        new Removal("[ReportBatchItemFailures]", "[]", "RunExportFunction does not report partial"),
        new Removal("[ReportBatchItemFailures]", "[]", "RelayFunction does not report partial"),
        new Removal("BisectBatchOnFunctionError: true", "Enabled: true", "does not bisect"),
        new Removal("            MaximumRetryAttempts: 10000\n", "", "retries for ever"),
        new Removal("            MaximumRecordAgeInSeconds: 79200\n", "", "records of any age"),
        new Removal(
            "OnFailure: {", "OnFailure: {}\n            Tags: {", "no place for what failed"),
        new Removal("EventInvokeConfig:", "Tags:", "NotifyFunction has no place for what failed"),
        new Removal(
            "            Destination: !GetAtt WebhookDeadLetters.Arn\n",
            "",
            "SendWebhooksFunction has no place for what failed"),
        new Removal("        maxReceiveCount: 10\n", "", "a queue that never gives up"),
        new Removal("VisibilityTimeout: 360", "VisibilityTimeout: 60", "sends again while it runs"),
        new Removal("      RecursiveLoop: Allow", "", "RelayFunction feeds its own queue"),
        new Removal("PointInTimeRecoveryEnabled: true", "", "VaultTable cannot be restored"),
        new Removal(
            "      DeletionProtectionEnabled: !Ref DeletionProtection\n",
            "",
            "RatingsTable is not protected from deletion"),
        new Removal("    DeletionPolicy: Retain\n", "", "VaultTable goes with the stack"),
        new Removal("    UpdateReplacePolicy: Retain\n", "", "ExportBucket goes with the stack"),
        new Removal("        BlockPublicAcls: true\n", "", "may be opened to the public"),
        new Removal("        BlockPublicPolicy: true\n", "", "may be opened to the public"),
        new Removal("        IgnorePublicAcls: true\n", "", "may be opened to the public"),
        new Removal("        RestrictPublicBuckets: true\n", "", "may be opened to the public"),
        new Removal("BucketEncryption:", "Tags:", "ExportBucket is not encrypted"),
        new Removal(
            "SqsManagedSseEnabled: true", "DelaySeconds: 0", "ExportQueue is not encrypted"),
        new Removal("    AllowedValues: [\"true\", \"false\"]\n", "", "DeletionProtection lacks"),
        new Removal("    Default: 30\n", "", "LogRetentionDays lacks"),
        new Removal("\nConditions:\n", eight("  P%d: {}\n") + "\nConditions:\n", "many questions"),
        new Removal("AlarmActions: [!Ref AlarmTopic]", "AlarmActions: []", "tells nobody"),
        new Removal("ThrottlesAlarm", "UnheardOfAlarm", "has no line in the runbook"),
        new Removal("[\"...\", \"${WidgetFunction}\"],", "", "WidgetFunction is not on the dash"),
        new Removal("\"${ThrottlesAlarm.Arn}\",", "", "ThrottlesAlarm is not on the dashboard"),
        new Removal(
            "[\".\", \"5xx\", \".\", \".\"]", eight("[0],[0],[0],[0],[%d],") + "[0]", "many"),
        new Removal("\nOutputs:\n", eight(ALARM) + "\nOutputs:\n", "too many alarms: "),
        new Removal("\nOutputs:\n", eight(ALARM) + "\nOutputs:\n", "too many metrics of alarms: "));
  }

  private static String eight(String each) {
    return Stream.iterate(1, i -> i + 1).limit(8).map(each::formatted).reduce("", String::concat);
  }

  private static List<String> flaws(String yaml) {
    var template = Deployed.read(yaml);
    return Stream.of(
            new FunctionRules(template).flaws(),
            new GrantRules(template).flaws(),
            new SourceRules(template).flaws(),
            new StorageRules(template).flaws(),
            new OperatingRules(template, README).flaws())
        .flatMap(it -> it)
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
