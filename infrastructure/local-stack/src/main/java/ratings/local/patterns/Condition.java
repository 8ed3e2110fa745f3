package ratings.local.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a field's values must fulfil; no values means that the field is not there. */
sealed interface Condition {

  boolean holds(List<JsonNode> values);

  /** A condition on one value: it holds for a field as soon as one of its values fulfils it. */
  sealed interface OnValue extends Condition {
    boolean accepts(JsonNode value);

    @Override
    default boolean holds(List<JsonNode> values) {
      return values.stream().anyMatch(this::accepts);
    }
  }

  /** The same value of the same type; numbers are compared by what they are worth. */
  record Equal(JsonNode expected) implements OnValue {
    @Override
    public boolean accepts(JsonNode value) {
      if (expected.isNumber() && value.isNumber()) {
        return expected.decimalValue().compareTo(value.decimalValue()) == 0;
      }
      return expected.equals(value);
    }
  }

  /** The same text, whatever its case. */
  record EqualIgnoringCase(String expected) implements OnValue {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isTextual() && value.textValue().equalsIgnoreCase(expected);
    }
  }

  /** Text that begins so. */
  record Prefix(String prefix) implements OnValue {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isTextual() && value.textValue().startsWith(prefix);
    }
  }

  /** Text that ends so. */
  record Suffix(String suffix) implements OnValue {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isTextual() && value.textValue().endsWith(suffix);
    }
  }

  /** A number within all bounds; text is never a number. */
  record Numeric(List<Bound> bounds) implements OnValue {
    public Numeric {
      bounds = List.copyOf(bounds);
    }

    @Override
    public boolean accepts(JsonNode value) {
      return value.isNumber()
          && bounds.stream().allMatch(bound -> bound.allows(value.decimalValue()));
    }
  }

  /** A value that none of these accepts. */
  record AnythingBut(List<OnValue> refused) implements OnValue {
    public AnythingBut {
      refused = List.copyOf(refused);
    }

    @Override
    public boolean accepts(JsonNode value) {
      return refused.stream().noneMatch(condition -> condition.accepts(value));
    }
  }

  /** The field is there, or is not. */
  record Exists(boolean expected) implements Condition {
    @Override
    public boolean holds(List<JsonNode> values) {
      return values.isEmpty() != expected;
    }
  }

  /** One side of a range. */
  record Bound(Comparison comparison, BigDecimal limit) {
    boolean allows(BigDecimal value) {
      int compared = value.compareTo(limit);
      return switch (comparison) {
        case EQUAL -> compared == 0;
        case LESS -> compared < 0;
        case AT_MOST -> compared <= 0;
        case GREATER -> compared > 0;
        case AT_LEAST -> compared >= 0;
      };
    }
  }

  /** How a number is compared with a limit. */
  enum Comparison {
    EQUAL("="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    static Comparison of(String sign) {
      for (var comparison : values()) {
        if (comparison.sign.equals(sign)) {
          return comparison;
        }
      }
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "unknown numeric comparison '%s'", sign));
    }
  }
}
