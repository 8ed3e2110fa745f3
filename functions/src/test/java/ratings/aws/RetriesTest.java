package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.domain.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class RetriesTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final Retries retries = new Retries(4, Duration.ofMillis(50), pauses::add);

  static Stream<SdkException> passing() {
    return Stream.of(
        service(400, "ProvisionedThroughputExceededException"),
        service(400, "ThrottlingException"),
        service(400, "TransactionConflictException"),
        service(500, "InternalServerError"),
        service(503, "ServiceUnavailable"),
        cancelled("None", "TransactionConflict"),
        cancelled("ThrottlingError", "None"),
        SdkClientException.create("connection reset"),
        ApiCallTimeoutException.create(2000));
  }

  static Stream<SdkException> lasting() {
    return Stream.of(
        service(400, "ValidationException"),
        service(400, "AccessDeniedException"),
        DynamoDbException.builder().statusCode(400).build(),
        ConditionalCheckFailedException.builder().statusCode(400).build(),
        cancelled("ConditionalCheckFailed", "None"),
        cancelled("TransactionConflict", "ConditionalCheckFailed"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void p8WhatPassesIsTriedAgainAndThenUnavailable(SdkException failure) {
    assertThatThrownBy(() -> retries.call(() -> failing(failure)))
        .isInstanceOf(Unavailable.class)
        .hasCause(failure);
    assertThat(pauses).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void whatLastsIsThrownAtOnce(SdkException failure) {
    assertThatThrownBy(() -> retries.call(() -> failing(failure))).isSameAs(failure);
    assertThat(pauses).isEmpty();
  }

  @Test
  void noTryBeginsOnceItsTimeIsOver() {
    var seconds = new AtomicInteger();
    var timed =
        new Retries(
            8,
            Duration.ofMillis(50),
            pauses::add,
            Duration.ofSeconds(10),
            () -> Duration.ofSeconds(seconds.getAndAdd(6)).toNanos());

    assertThatThrownBy(() -> timed.call(() -> failing(ApiCallTimeoutException.create(6000))))
        .isInstanceOf(Unavailable.class);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void pausesGrowAndDiffer() {
    assertThatThrownBy(() -> retries.call(() -> failing(ApiCallTimeoutException.create(1))));

    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(pauses.get(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  private static Object failing(SdkException failure) {
    throw failure;
  }

  private static SdkException service(int status, String code) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  private static SdkException cancelled(String first, String second) {
    return TransactionCanceledException.builder()
        .statusCode(400)
        .cancellationReasons(
            CancellationReason.builder().code(first).build(),
            CancellationReason.builder().code(second).build())
        .build();
  }
}
