package ratings.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A line in the log on what went wrong and was dealt with, for whoever wonders why. It names causes
 * by class or by AWS's code, never by message: that may quote data (P25).
 */
final class Trouble {
  private Trouble() {}

  /** One line of what went wrong where. */
  static void log(String where, Throwable cause) {
    log(where, cause instanceof AwsServiceException aws ? code(aws) : cause.getClass().getName());
  }

  /** The same, of a code that AWS gave. */
  static void log(String where, String code) {
    System.out.println("{\"trouble\":\"" + where + "\",\"cause\":\"" + code + "\"}");
  }

  private static String code(AwsServiceException failed) {
    AwsErrorDetails details = failed.awsErrorDetails();
    return details == null ? failed.getClass().getName() : details.errorCode();
  }
}
