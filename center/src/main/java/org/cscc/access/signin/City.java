package org.cscc.access.signin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** What is configured of the City's single sign-on; see decision 0094. */
@Component
class City {
  /** The name by which the addresses call it. */
  static final String NAME = "city";

  private final String issuer;
  private final String clientId;
  private final String clientSecret;
  private final String audience;
  private final Set<String> factors;

  City(
      @Value("${cscc.sign-in.city.issuer}") String issuer,
      @Value("${cscc.sign-in.city.client-id}") String clientId,
      @Value("${cscc.sign-in.city.client-secret}") String clientSecret,
      @Value("${cscc.sign-in.city.audience}") String audience,
      @Value("${cscc.sign-in.city.factors}") List<String> factors) {
    this.issuer = issuer.strip();
    this.clientId = clientId.strip();
    this.clientSecret = clientSecret.strip();
    this.audience = audience.isBlank() ? this.clientId : audience.strip();
    this.factors = factors.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    if (on() && this.clientId.isEmpty()) {
      throw new IllegalStateException(
          "CSCC_CITY_ISSUER names a provider; give CSCC_CITY_CLIENT_ID, too");
    }
  }

  /** Whether there is one. */
  boolean on() {
    return !issuer.isEmpty();
  }

  String issuer() {
    return issuer;
  }

  String clientId() {
    return clientId;
  }

  String clientSecret() {
    return clientSecret;
  }

  /** What a token that is exchanged must be made for: this, or our own client. */
  boolean isFor(@Nullable List<String> audiences) {
    return audiences != null && (audiences.contains(audience) || audiences.contains(clientId));
  }

  /** Whether somebody names us as whom a token is for. */
  boolean isUs(String name) {
    return name.equals(audience) || name.equals(clientId);
  }

  /** How the person has shown who they are, by what the provider's token says. */
  Proof proof(ClaimAccessor token) {
    List<String> methods = token.getClaimAsStringList("amr");
    String context = token.getClaimAsString("acr");
    return Stream.concat(
                methods == null ? Stream.empty() : methods.stream(), Stream.ofNullable(context))
            .anyMatch(factors::contains)
        ? Proof.CITY_AND_FACTOR
        : Proof.CITY;
  }
}
