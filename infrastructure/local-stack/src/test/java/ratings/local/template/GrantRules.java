package ratings.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratings.local.template.Deployed.Resource;

/** What a function may do: named actions on one named thing in each statement. */
record GrantRules(Deployed template) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\.Arn}(?:/(.*))?");
  private static final Map<String, String> SERVICES =
      Map.of(
          "dynamodb", "AWS::DynamoDB::Table",
          "s3", "AWS::S3::Bucket",
          "sqs", "AWS::SQS::Queue",
          "sns", "AWS::SNS::Topic");

  /** A resource, and what of it: an index or objects. */
  private record Place(String id, String path) {}

  Stream<String> flaws() {
    return template.functions().stream().flatMap(this::flaws);
  }

  private Stream<String> flaws(Resource function) {
    return Deployed.list(function.property("Policies").orElse(List.of())).stream()
        .flatMap(this::flaws)
        .map(flaw -> function.id() + " " + flaw);
  }

  private Stream<String> flaws(Object policy) {
    return Deployed.at(policy, "Statement")
        .map(
            statements ->
                Deployed.list(statements).stream().flatMap(it -> statement(Deployed.map(it))))
        .orElseGet(() -> Stream.of("has a policy that is not ours"));
  }

  private Stream<String> statement(Map<String, Object> statement) {
    if (!statement.keySet().containsAll(Set.of("Effect", "Action", "Resource"))) {
      return Stream.of("has a statement that does not say what and on what");
    }
    var flaws = new ArrayList<String>();
    var places = Deployed.list(statement.get("Resource")).stream().map(GrantRules::place).toList();
    var ids = new HashSet<String>();
    places.forEach(place -> ids.add(place.map(Place::id).orElse("?")));
    if (ids.size() != 1 || ids.contains("?")) {
      return Stream.of("has a statement on more than one thing");
    }
    var resource = template.resource(ids.iterator().next());
    for (Object action : Deployed.list(statement.get("Action"))) {
      if (!fits(action.toString(), resource)) {
        flaws.add("has a wide action");
      }
    }
    if (!places.stream().allMatch(place -> isNarrow(place.orElseThrow(), resource))) {
      flaws.add("has a wide resource");
    }
    if (ids.contains("VaultTable") && !isOfNamedKeys(statement)) {
      flaws.add("may read the whole vault");
    }
    return flaws.stream();
  }

  private static Optional<Place> place(Object resource) {
    if (resource instanceof Intrinsic(String name, Object argument) && name.equals("Sub")) {
      var parts = PLACE.matcher(argument.toString());
      return parts.matches()
          ? Optional.of(new Place(parts.group(1), Optional.ofNullable(parts.group(2)).orElse("")))
          : Optional.empty();
    }
    return Deployed.target(resource).map(id -> new Place(id, ""));
  }

  /** Of the resource's own service, and without a wildcard. */
  private static boolean fits(String action, Optional<Resource> resource) {
    int colon = action.indexOf(':');
    return colon > 0
        && !action.contains("*")
        && resource
            .filter(it -> it.type().equals(SERVICES.get(action.substring(0, colon))))
            .isPresent();
  }

  /** A bucket's objects have no names beforehand; a table's indexes have. */
  private static boolean isNarrow(Place place, Optional<Resource> resource) {
    return !place.path().contains("*")
        || resource.filter(it -> it.type().equals("AWS::S3::Bucket")).isPresent();
  }

  private static boolean isOfNamedKeys(Map<String, Object> statement) {
    var keys =
        Deployed.at(statement, "Condition", "ForAllValues:StringEquals", "dynamodb:LeadingKeys");
    return keys.isPresent()
        && Deployed.list(keys.get()).stream().noneMatch(key -> key.toString().contains("*"));
  }
}
