package ratings.local.schedules;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A field of a cron expression: which values it may hold and what names they have. */
enum CronField {
  MINUTES(0, 59, ""),
  HOURS(0, 23, ""),
  DAY_OF_MONTH(1, 31, ""),
  MONTH(1, 12, "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC"),
  /** Sunday is 1. */
  DAY_OF_WEEK(1, 7, "SUN,MON,TUE,WED,THU,FRI,SAT"),
  YEAR(1970, 2199, "");

  private final int least;
  private final int most;
  private final String names;

  CronField(int least, int most, String names) {
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /** Reads lists, ranges, steps and names. */
  NavigableSet<Integer> values(String field) {
    var values = new TreeSet<Integer>();
    for (var part : List.of(field.split(",", -1))) {
      addPart(values, part);
    }
    return values;
  }

  int value(String text) {
    int name = List.of(names.split(",", -1)).indexOf(text.toUpperCase(Locale.ROOT));
    int value = name >= 0 ? least + name : number(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(this + " must be " + least + " to " + most + ": " + text);
    }
    return value;
  }

  private void addPart(NavigableSet<Integer> values, String part) {
    int slash = part.indexOf('/');
    int step = slash < 0 ? 1 : number(part.substring(slash + 1));
    String range = slash < 0 ? part : part.substring(0, slash);
    if (step < 1) {
      throw new IllegalArgumentException(this + ": a step must be at least 1: " + part);
    }
    int dash = range.indexOf('-');
    int from = range.equals("*") ? least : value(dash < 0 ? range : range.substring(0, dash));
    int to = slash < 0 ? from : most;
    if (range.equals("*")) {
      to = most;
    } else if (dash >= 0) {
      to = value(range.substring(dash + 1));
    }
    if (from > to) {
      throw new IllegalArgumentException(this + ": a range must not end before it begins: " + part);
    }
    for (int value = from; value <= to; value += step) {
      values.add(value);
    }
  }

  private int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(this + " is not understood: " + text, e);
    }
  }
}
