package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "grace@example.com",
        "Grace.Hopper+alerts@mail.example.co.uk",
        "a@b.c",
        "o'neil@example.com",
        "x@xn--bcher-kva.example"
      })
  void anAddressIsTaken(String address) {
    assertThat(Mailbox.of(address)).contains(new Mailbox(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "grace",
        "grace@",
        "@example.com",
        "grace@localhost",
        "grace@example..com",
        "grace@-example.com",
        ".grace@example.com",
        "grace.@example.com",
        "a@b@example.com",
        "grace@example.com\n",
        "grace hopper@example.com",
        "grace@example.com,ada@example.com",
        "Grace <grace@example.com>",
        "gr\u00e4ce@example.com",
        "grace@[127.0.0.1]"
      })
  void whatIsNoneIsRefused(String text) {
    assertThat(Mailbox.of(text)).isEmpty();
  }

  @Test
  void anAddressIsOfBoundedLength() {
    assertThat(Mailbox.of("a".repeat(64) + "@example.com")).isPresent();
    assertThat(Mailbox.of("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(Mailbox.of("a@" + "b.".repeat(126) + "c")).isEmpty();
    assertThat(Mailbox.of("a".repeat(100_000) + "@" + "b.".repeat(100_000))).isEmpty();
  }

  @Test
  void aDomainIsTheSameInCapitals() {
    assertThat(Mailbox.of("Grace@EXAMPLE.com")).contains(new Mailbox("Grace@example.com"));
  }
}
