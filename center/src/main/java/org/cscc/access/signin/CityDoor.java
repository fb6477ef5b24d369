package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The door through the City's single sign-on: authorization code with PKCE, state and nonce. What
 * the provider tells is asked for when somebody first comes this way, so that the center starts and
 * passwords work while the provider is away. Nothing of its tokens is kept.
 */
@Component
class CityDoor {
  /** Why a sign-in was refused whose subject no account is linked to. */
  static final String UNKNOWN = "unknown_person";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String ADDRESS = "/access/with";
  private static final String RETURN = ADDRESS + "/" + City.NAME + "/return";

  private final City city;
  private final CityPeople people;
  private final CityRefused refused;
  private final AfterSignIn after;
  private volatile @Nullable ClientRegistration known;

  CityDoor(City city, CityPeople people, CityRefused refused, AfterSignIn after) {
    this.city = city;
    this.people = people;
    this.refused = refused;
    this.after = after;
  }

  /** Opens the door, if there is one. */
  void open(HttpSecurity http) {
    if (!city.on()) {
      return;
    }
    ClientRegistrationRepository registrations = this::registration;
    http.oauth2Login(
        login ->
            login
                .loginPage("/access/sign-in")
                .loginProcessingUrl(RETURN)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(
                    endpoint ->
                        endpoint.authorizationRequestResolver(
                            new DefaultOAuth2AuthorizationRequestResolver(registrations, ADDRESS)))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(RETURN))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::person))
                .successHandler(after)
                .failureHandler(refused)
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                      @Override
                      public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationResultConverter(
                            result ->
                                ((CityPerson) Objects.requireNonNull(result.getPrincipal()))
                                    .signIn());
                        return filter;
                      }
                    })
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(
                          F filter) {
                        filter.setAuthenticationFailureHandler(refused);
                        return filter;
                      }
                    }));
  }

  private @Nullable ClientRegistration registration(String name) {
    if (!name.equals(City.NAME)) {
      return null;
    }
    ClientRegistration found = known;
    if (found == null) {
      found =
          ClientRegistrations.fromIssuerLocation(city.issuer())
              .registrationId(City.NAME)
              .clientId(city.clientId())
              .clientSecret(city.clientSecret())
              .scope(OidcScopes.OPENID)
              .redirectUri("{baseUrl}" + RETURN)
              .build();
      known = found;
    }
    return found;
  }

  /** Only the subject is looked at, and how it was proved: no name, no mail address, no group. */
  private OidcUser person(OidcUserRequest request) {
    OidcIdToken token = request.getIdToken();
    String subject = Objects.requireNonNull(token.getSubject(), "an ID token has a subject");
    return people
        .account(city.issuer(), subject)
        .map(account -> new CityPerson(account, city.proof(token), token))
        .orElseThrow(
            () -> new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN, subject, null)));
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(PATIENCE);
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** We ask the provider who somebody is, and nothing else in their name. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String name, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Its tokens are forgotten with the request.
    }

    @Override
    public void removeAuthorizedClient(
        String name, Authentication who, HttpServletRequest request, HttpServletResponse response) {
      // There is none.
    }
  }
}
