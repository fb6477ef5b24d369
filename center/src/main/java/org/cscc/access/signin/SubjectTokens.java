package org.cscc.access.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Tokens of the City's single sign-on that programs bring: signed by a key it publishes, in date,
 * from it, and made for us.
 */
@Component
class SubjectTokens {
  private final City city;
  private volatile @Nullable JwtDecoder known;

  SubjectTokens(City city) {
    this.city = city;
  }

  /** What the token says; empty when it is not good. */
  Optional<Jwt> read(String token) {
    try {
      return Optional.of(decoder().decode(token));
    } catch (JwtException e) {
      return Optional.empty();
    }
  }

  private JwtDecoder decoder() {
    JwtDecoder decoder = known;
    if (decoder == null) {
      decoder = make();
      known = decoder;
    }
    return decoder;
  }

  private JwtDecoder make() {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withIssuerLocation(city.issuer()).validateType(false).build();
    JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
    types.setAllowEmpty(true);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            types,
            new JwtTimestampValidator(),
            new JwtIssuerValidator(city.issuer()),
            this::madeForUs));
    return decoder;
  }

  private OAuth2TokenValidatorResult madeForUs(Jwt token) {
    return city.isFor(token.getAudience()) && token.getExpiresAt() != null
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
  }
}
