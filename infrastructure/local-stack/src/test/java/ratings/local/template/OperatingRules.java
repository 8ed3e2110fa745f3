package ratings.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ratings.local.template.Deployed.Resource;

/**
 * What whoever deploys is asked, told and charged: few questions, alarms that say what to do, and
 * no more of them, and of metrics, than CloudWatch gives away.
 *
 * @param runbook where each alarm has its line
 */
record OperatingRules(Deployed template, String runbook) {
  private static final int MOST_QUESTIONS = 8;
  private static final int MOST_ALARMS = 10;
  private static final int FREE_METRICS_OF_ALARMS = 10;
  private static final int FREE_METRICS_OF_DASHBOARD = 50;
  private static final List<String> CHECKS =
      List.of("AllowedPattern", "AllowedValues", "MinLength", "MinValue");

  Stream<String> flaws() {
    return Stream.of(parameters(), alarms(), dashboards()).flatMap(it -> it);
  }

  private Stream<String> parameters() {
    var parameters = template.section("Parameters");
    var incomplete =
        parameters.entrySet().stream()
            .filter(it -> !isComplete(Deployed.map(it.getValue())))
            .map(it -> it.getKey() + " lacks a description, a default or a check");
    return Stream.concat(incomplete, tooMany(parameters.size(), MOST_QUESTIONS, "questions"));
  }

  private static boolean isComplete(Map<String, Object> parameter) {
    return parameter.containsKey("Description")
        && parameter.containsKey("Default")
        && CHECKS.stream().anyMatch(parameter::containsKey);
  }

  private Stream<String> alarms() {
    var alarms = template.resources("AWS::CloudWatch::Alarm");
    int metrics = alarms.stream().mapToInt(OperatingRules::metrics).sum();
    return Stream.of(
            alarms.stream().filter(it -> !tells(it)).map(it -> it.id() + " tells nobody"),
            alarms.stream()
                .filter(it -> !runbook.contains("| `" + it.id() + "` |"))
                .map(it -> it.id() + " has no line in the runbook"),
            tooMany(alarms.size(), MOST_ALARMS, "alarms"),
            tooMany(metrics, FREE_METRICS_OF_ALARMS, "metrics of alarms"))
        .flatMap(it -> it);
  }

  private static boolean tells(Resource alarm) {
    return alarm.property("AlarmDescription").isPresent()
        && alarm.property("TreatMissingData").isPresent()
        && alarm.says("AlarmActions", List.of(new Intrinsic("Ref", "AlarmTopic")));
  }

  private static int metrics(Resource alarm) {
    return alarm
        .property("Metrics")
        .map(
            all ->
                (int)
                    Deployed.list(all).stream()
                        .filter(it -> Deployed.map(it).containsKey("MetricStat"))
                        .count())
        .orElse(1);
  }

  private Stream<String> dashboards() {
    return template.resources("AWS::CloudWatch::Dashboard").stream()
        .flatMap(it -> dashboard(((Intrinsic) it.property("DashboardBody").get()).argument()));
  }

  private Stream<String> dashboard(Object body) {
    var text = body.toString();
    var functions =
        template.functions().stream()
            .filter(it -> !text.contains("\"${" + it.id() + "}\""))
            .map(it -> it.id() + " is not on the dashboard");
    var alarms =
        template.resources("AWS::CloudWatch::Alarm").stream()
            .filter(it -> !text.contains("\"${" + it.id() + ".Arn}\""))
            .map(it -> it.id() + " is not on the dashboard");
    int metrics = json(text).findValues("metrics").stream().mapToInt(JsonNode::size).sum();
    return Stream.of(
            functions,
            alarms,
            tooMany(metrics, FREE_METRICS_OF_DASHBOARD, "metrics of the dashboard"))
        .flatMap(it -> it);
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new TemplateException("Dashboard", "is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Stream<String> tooMany(int count, int most, String what) {
    return count > most ? Stream.of("too many " + what + ": " + count) : Stream.empty();
  }
}
