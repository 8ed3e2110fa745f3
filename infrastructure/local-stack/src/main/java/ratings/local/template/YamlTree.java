package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML as maps, lists, text, numbers, booleans and {@link Intrinsic}s; nothing is evaluated yet.
 */
final class YamlTree {
  private static final Object NOTHING = "";

  private YamlTree() {}

  static Map<String, Object> read(String yaml) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).setLabel("").build();
    try {
      Node root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(() -> new TemplateException("line 1", "the file is empty"));
      if (root instanceof MappingNode mapping) {
        return map(mapping);
      }
      throw new TemplateException(line(root), "a mapping is expected");
    } catch (YamlEngineException e) {
      throw new TemplateException("not YAML", e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static Object value(Node node) {
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return untagged(node);
    }
    return intrinsic(tag.substring(1), untagged(node));
  }

  private static Object untagged(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> list(sequence);
      case MappingNode mapping -> mapOrIntrinsic(mapping);
      default -> throw new TemplateException(line(node), "this kind of YAML is not understood");
    };
  }

  private static Object scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.INT)) {
      return Long.valueOf(text);
    }
    if (node.getTag().equals(Tag.FLOAT)) {
      return Double.valueOf(text);
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    return node.getTag().equals(Tag.NULL) ? NOTHING : text;
  }

  private static List<Object> list(SequenceNode node) {
    var items = new ArrayList<>();
    node.getValue().forEach(item -> items.add(value(item)));
    return items;
  }

  private static Object mapOrIntrinsic(MappingNode node) {
    var map = map(node);
    if (map.size() != 1) {
      return map;
    }
    var only = map.entrySet().iterator().next();
    if (only.getKey().equals("Ref")) {
      return new Intrinsic("Ref", only.getValue());
    }
    if (only.getKey().startsWith("Fn::")) {
      return intrinsic(only.getKey().substring("Fn::".length()), only.getValue());
    }
    return map;
  }

  private static Intrinsic intrinsic(String name, Object argument) {
    if (name.equals("GetAtt") && argument instanceof String path) {
      int dot = path.indexOf('.');
      return dot < 0
          ? new Intrinsic(name, List.of(path))
          : new Intrinsic(name, List.of(path.substring(0, dot), path.substring(dot + 1)));
    }
    return new Intrinsic(name, argument);
  }

  private static Map<String, Object> map(MappingNode node) {
    var map = new LinkedHashMap<String, Object>();
    for (var tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new TemplateException(line(tuple.getKeyNode()), "a key must be plain text");
      }
      if (map.put(key.getValue(), value(tuple.getValueNode())) != null) {
        throw new TemplateException(line(key), key.getValue() + " stands here twice");
      }
    }
    return map;
  }

  private static String line(Node node) {
    return node.getStartMark().map(mark -> "line " + (mark.getLine() + 1)).orElse("somewhere");
  }
}
