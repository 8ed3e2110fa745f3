package ratings.domain.settings;

/** Sizes that several settings share. */
final class Limits {
  /** Longest name, in code points. */
  static final int NAME = 256;

  /** Longest URL, in characters. */
  static final int URL = 2048;

  private Limits() {}
}
