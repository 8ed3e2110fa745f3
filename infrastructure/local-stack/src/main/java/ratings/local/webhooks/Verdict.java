package ratings.local.webhooks;

import java.util.Locale;

/** What a receiver thinks of a message. */
public enum Verdict {
  /** A secret that it was told signed it, just now. */
  VERIFIED,

  /** A header of the scheme is missing, or is none. */
  UNSIGNED,

  /** No secret that it was told signed it. */
  FORGED,

  /** It was signed, but too long ago or in the future: somebody may have kept it. */
  STALE;

  /** In words of a wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
