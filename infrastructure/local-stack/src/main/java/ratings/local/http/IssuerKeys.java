package ratings.local.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;

/** An issuer's public keys, found through its OpenID configuration when first needed. */
final class IssuerKeys implements JWKSource<SecurityContext> {
  private static final String CONFIGURATION = "/.well-known/openid-configuration";

  private final String issuer;
  private JWKSource<SecurityContext> keys;

  IssuerKeys(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    return keys().get(selector, context);
  }

  private static byte[] read(URL address) throws IOException {
    try (var stream = address.openStream()) {
      return stream.readAllBytes();
    }
  }

  private synchronized JWKSource<SecurityContext> keys() throws KeySourceException {
    if (keys == null) {
      keys = JWKSourceBuilder.create(address()).build();
    }
    return keys;
  }

  private URL address() throws KeySourceException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    try {
      byte[] document = read(URI.create(base + CONFIGURATION).toURL());
      var configuration = new JsonMapper().readTree(document);
      return URI.create(configuration.path("jwks_uri").asText()).toURL();
    } catch (IOException | IllegalArgumentException e) {
      throw new KeySourceException("the issuer " + issuer + " does not answer", e);
    }
  }
}
