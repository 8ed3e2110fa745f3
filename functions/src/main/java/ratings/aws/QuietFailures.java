package ratings.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Takes the words out of what AWS refuses with, for they may quote what was sent, and Lambda logs
 * every exception that a function ends with (P25). Kind, code and request id stay.
 */
final class QuietFailures implements ExecutionInterceptor {

  @Override
  public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
    return failed.exception() instanceof AwsServiceException refused && says(refused)
        ? quiet(refused)
        : failed.exception();
  }

  private static boolean says(AwsServiceException refused) {
    return refused.awsErrorDetails() != null;
  }

  private static Throwable quiet(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    var quiet =
        refused.toBuilder()
            .message(details.errorCode())
            .awsErrorDetails(details.toBuilder().errorMessage(details.errorCode()).build())
            .build();
    quiet.setStackTrace(refused.getStackTrace());
    return quiet;
  }
}
