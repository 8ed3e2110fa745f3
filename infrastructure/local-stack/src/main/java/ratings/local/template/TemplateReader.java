package ratings.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a SAM template for this machine. */
public final class TemplateReader {
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Rules",
          "Globals",
          "Resources",
          "Outputs");

  private final Map<String, Object> file;
  private final Map<String, String> overrides;
  private final LocalNames names;
  private final Ignored ignored = new Ignored();

  private TemplateReader(String yaml, Map<String, String> overrides, Locations locations) {
    this.file = YamlTree.read(yaml);
    this.overrides = overrides;
    this.names = new LocalNames(locations);
  }

  /**
   * Reads the template.
   *
   * @param overrides values of parameters that differ from their defaults
   * @throws TemplateException if it says something that is not understood
   */
  public static Template read(Path path, Map<String, String> overrides, Locations locations) {
    try {
      return read(Files.readString(path), overrides, locations);
    } catch (IOException e) {
      throw new TemplateException(path.toString(), "cannot be read");
    }
  }

  /** Names of the parameters that the template declares. */
  public static Set<String> parameters(Path path) {
    try {
      return Set.copyOf(section(YamlTree.read(Files.readString(path)), "Parameters").keySet());
    } catch (IOException e) {
      throw new TemplateException(path.toString(), "cannot be read");
    }
  }

  /** Reads a template given as text. */
  public static Template read(String yaml, Map<String, String> overrides, Locations locations) {
    return new TemplateReader(yaml, overrides, locations).template();
  }

  private Template template() {
    checkSections();
    var parameters = Parameters.values(section("Parameters"), overrides);
    var conditions = new Conditions(section("Conditions"), parameters);
    var declarations = declarations(conditions);
    var types = new LinkedHashMap<String, String>();
    declarations.forEach((id, resource) -> types.put(id, resource.type()));
    types.putIfAbsent(ApiReader.IMPLICIT, ApiReader.TYPE);
    var evaluator = new Evaluator(parameters, section("Mappings"), conditions, types, names);
    var globals = new Globals(section("Globals"));
    var resources = new ArrayList<Declaration>();
    declarations.forEach(
        (id, declaration) ->
            evaluator
                .evaluate(id, globals.merged(declaration.type(), declaration.properties()))
                .ifPresent(it -> resources.add(new Declaration(id, declaration.type(), it))));
    return new ResourceReader(names, ignored).read(resources);
  }

  private void checkSections() {
    for (String section : file.keySet()) {
      if (!SECTIONS.contains(section)) {
        throw new TemplateException(section, "this section is not known to the local stack");
      }
    }
    if (!TRANSFORM.equals(file.get("Transform"))) {
      throw new TemplateException("Transform", TRANSFORM + " is expected");
    }
    for (String section : List.of("Metadata", "Rules", "Outputs")) {
      if (file.containsKey(section)) {
        ignored.add("section", section);
      }
    }
  }

  private Map<String, Declaration> declarations(Conditions conditions) {
    var declarations = new LinkedHashMap<String, Declaration>();
    section("Resources")
        .forEach(
            (id, value) -> {
              var resource = Properties.of(id, value, ignored);
              var condition = resource.optionalText("Condition");
              if (condition.isEmpty() || conditions.holds(condition.get())) {
                declarations.put(id, declaration(id, resource));
              }
            });
    return declarations;
  }

  private Declaration declaration(String id, Properties resource) {
    String type = resource.text("Type");
    Object properties = resource.value("Properties").orElse(Map.of());
    resource.skip("DependsOn", "Metadata");
    resource.ignore(type, "DeletionPolicy", "UpdateReplacePolicy");
    resource.end();
    return new Declaration(id, type, properties);
  }

  private Map<String, Object> section(String name) {
    return section(file, name);
  }

  private static Map<String, Object> section(Map<String, Object> file, String name) {
    var section = new LinkedHashMap<String, Object>();
    Object found = file.getOrDefault(name, Map.of());
    if (!(found instanceof Map<?, ?> map)) {
      throw new TemplateException(name, "a mapping is expected");
    }
    map.forEach((key, value) -> section.put(key.toString(), value));
    return section;
  }

  /** A resource before and, with other properties, after evaluation. */
  record Declaration(String id, String type, Object properties) {}

  static Set<String> ids(List<Declaration> declarations, String type) {
    var ids = new LinkedHashSet<String>();
    declarations.stream().filter(it -> it.type().equals(type)).forEach(it -> ids.add(it.id()));
    return ids;
  }
}
