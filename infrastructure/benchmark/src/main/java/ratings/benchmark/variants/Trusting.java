package ratings.benchmark.variants;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.utils.AttributeMap;

/** An HTTP client as it is, but for believing the certificate that the benchmark has just made. */
record Trusting(SdkHttpClient.Builder<?> http) implements SdkHttpClient.Builder<Trusting> {
  private static final AttributeMap ANY_CERTIFICATE =
      AttributeMap.builder().put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true).build();

  @Override
  public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
    return http.buildWithDefaults(ANY_CERTIFICATE.merge(defaults));
  }
}
