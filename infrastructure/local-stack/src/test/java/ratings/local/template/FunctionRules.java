package ratings.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratings.local.template.Deployed.Resource;

/** What every function must have: an end, a log that ends, a role of its own, a live snapshot. */
record FunctionRules(Deployed template) {
  private static final long LONGEST_SECONDS = 900;

  /** Lambda drops a snapshot that nobody used for 14 days. */
  private static final Pattern OFTEN_ENOUGH =
      Pattern.compile("rate\\((1 minute|\\d+ minutes|1 day|([2-9]|1[0-3]) days)\\)");

  Stream<String> flaws() {
    return template.functions().stream().flatMap(this::flaws);
  }

  private Stream<String> flaws(Resource function) {
    var flaws = new ArrayList<String>();
    if (!endsInTime(function)) {
      flaws.add("has no timeout");
    }
    if (!hasOwnLog(function)) {
      flaws.add("has no log of its own that ends");
    }
    if (template.ofFunction(function, "LoggingConfig", "SystemLogLevel").isEmpty()) {
      flaws.add("lets Lambda write of every call");
    }
    if (function.property("Role").isPresent()) {
      flaws.add("has no role of its own");
    }
    if (!function.property("Handler").orElse("").toString().endsWith("." + function.id())) {
      flaws.add("is not called as its class");
    }
    if (isSnapshotted(function) && !isCalledOften(function)) {
      flaws.add("lets its snapshot grow old");
    }
    return flaws.stream().map(flaw -> function.id() + " " + flaw);
  }

  private boolean endsInTime(Resource function) {
    return template
        .ofFunction(function, "Timeout")
        .filter(it -> it instanceof Long seconds && seconds >= 1 && seconds <= LONGEST_SECONDS)
        .isPresent();
  }

  private boolean hasOwnLog(Resource function) {
    var log = log(function);
    boolean ends =
        log.flatMap(template::resource)
            .filter(it -> it.type().equals("AWS::Logs::LogGroup"))
            .flatMap(it -> it.property("RetentionInDays"))
            .isPresent();
    return ends && template.functions().stream().filter(it -> log(it).equals(log)).count() == 1;
  }

  private static Optional<String> log(Resource function) {
    return function.property("LoggingConfig", "LogGroup").flatMap(Deployed::target);
  }

  private boolean isSnapshotted(Resource function) {
    return template
        .ofFunction(function, "SnapStart", "ApplyOn")
        .filter("PublishedVersions"::equals)
        .isPresent();
  }

  private static boolean isCalledOften(Resource function) {
    List<Object> schedules = List.copyOf(Deployed.events(function, "Schedule").values());
    return schedules.stream()
        .flatMap(it -> Deployed.at(it, "Schedule").stream())
        .anyMatch(rate -> OFTEN_ENOUGH.matcher(rate.toString()).matches());
  }
}
