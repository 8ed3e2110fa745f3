package ratings.domain.export;

/** What came of a run's wish to work on an export. */
sealed interface Claim {

  /** The run may: this is what it has to store first, and then to go on from. */
  record Granted(Export export) implements Claim {}

  /** Another run is at it. */
  record Busy() implements Claim {}

  /** It failed too often: this is what to store. */
  record GivenUp(Export export) implements Claim {}

  /** There is nothing left to do. */
  record Over() implements Claim {}
}
