package ratings.domain.rating;

/** The survey whose answer a rating is, and who gave it. */
public record Surveyed(Survey survey, Customer customer) {

  /** Whether another survey is of the same name, and answered on the same scale. */
  boolean isOf(Survey other) {
    return survey.name().equals(other.name()) && survey.scale() == other.scale();
  }
}
