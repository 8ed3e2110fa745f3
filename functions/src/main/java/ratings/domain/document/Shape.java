package ratings.domain.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a value stands in a plain document: how it is read and checked there, and how it is written.
 *
 * @param <T> the value's type
 */
public interface Shape<T> {

  /** The value of that field, or nothing; what is wrong with it is a violation. */
  Optional<T> read(Fields fields, String name);

  /** The value as maps, lists, text, numbers and flags. */
  Object write(T value);

  static <T> Shape<T> of(
      BiFunction<Fields, String, Optional<T>> read, Function<? super T, Object> write) {
    return new Shape<>() {
      @Override
      public Optional<T> read(Fields fields, String name) {
        return read.apply(fields, name);
      }

      @Override
      public Object write(T value) {
        return write.apply(value);
      }
    };
  }

  static Shape<Boolean> flag() {
    return of(Fields::flag, flag -> flag);
  }

  static Shape<Integer> integer(int least, int most) {
    return of((fields, name) -> fields.integer(name, least, most), number -> number);
  }

  static Shape<String> id() {
    return of(Fields::id, id -> id);
  }

  /** Text of at most so many code points. */
  static Shape<String> text(int longest) {
    return of((fields, name) -> fields.text(name, longest), text -> text);
  }

  /**
   * Text that stands for something.
   *
   * @param detail what is said of text that does not
   */
  static <T> Shape<T> parsed(
      int longest,
      Function<String, Optional<T>> parse,
      Function<? super T, String> print,
      String detail) {
    return of(
        (fields, name) ->
            fields
                .text(name, longest)
                .flatMap(
                    text -> {
                      var parsed = parse.apply(text);
                      if (parsed.isEmpty()) {
                        fields.violate(name, detail);
                      }
                      return parsed;
                    }),
        print::apply);
  }

  /** A time with any offset, to the millisecond. */
  static Shape<Instant> time() {
    return parsed(
        Fields.LONGEST_CODE,
        Timestamp::parse,
        Timestamp::format,
        "must be a time, as 2026-11-21T09:30:00.000Z");
  }

  /** One of some values, by its code. */
  static <E> Shape<E> oneOf(List<E> values, Function<E, String> code) {
    var codes = values.stream().map(code).toList();
    return parsed(
        Fields.LONGEST_CODE,
        text -> values.stream().filter(value -> code.apply(value).equals(text)).findFirst(),
        code,
        "must be one of " + String.join(", ", codes));
  }

  /** A list of at most so many; what stands in it twice counts once. */
  static <E> Shape<List<E>> list(Shape<E> element, int most) {
    return of(
        (fields, name) -> fields.list(name, most).map(elements -> elements(elements, element)),
        list -> list.stream().map(element::write).toList());
  }

  private static <E> List<E> elements(Fields elements, Shape<E> shape) {
    var read = new ArrayList<E>();
    for (String index : elements.names()) {
      var element = shape.read(elements, index);
      elements.require(index, element);
      element.filter(e -> !read.contains(e)).ifPresent(read::add);
    }
    return List.copyOf(read);
  }
}
