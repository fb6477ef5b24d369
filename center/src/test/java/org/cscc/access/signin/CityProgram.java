package org.cscc.access.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The City's single sign-on, as a program of its own: Spring's authorization server with people
 * whose password is their name. Who is called {@code …-mfa} has given a second factor. No {@code
 * Configuration}, so that the center's tests do not find it.
 */
@EnableWebSecurity
final class CityProgram {
  static final String CLIENT = "cscc-center";

  /** What a program of the provider's proves itself with, in the test. */
  static String secret(String client) {
    return client + "-secret";
  }

  CityProgram() {}

  /** Arguments: {@code --server.port}, {@code --center=http://localhost:PORT}. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(CityProgram.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=city", "spring.main.banner-mode=off")
        .run(arguments);
    System.out.println("The City's single sign-on answers");
  }

  @Bean
  TomcatServletWebServerFactory server(Environment environment) {
    TomcatServletWebServerFactory server =
        new TomcatServletWebServerFactory(
            environment.getRequiredProperty("server.port", Integer.class));
    // Filters answer everything; Tomcat asks them only where a servlet stands behind.
    server.setRegisterDefaultServlet(true);
    return server;
  }

  @Bean
  @Order(1)
  SecurityFilterChain provider(HttpSecurity http) throws Exception {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService users() {
    InMemoryUserDetailsManager people = new InMemoryUserDetailsManager();
    for (String name : List.of("ana", "ana-mfa", "ben-mfa", "stranger-mfa")) {
      people.createUser(User.withUsername(name).password("{noop}" + name).roles("CITY").build());
    }
    return people;
  }

  @Bean
  RegisteredClientRepository clients(Environment environment) {
    String center = environment.getRequiredProperty("center");
    return new InMemoryRegisteredClientRepository(
        client(CLIENT).redirectUri(center + "/access/with/city/return").build(),
        // A program of the City that calls our API for its people, and one that has nothing to do
        // with us.
        client("city-program").redirectUri("http://127.0.0.1/back").build(),
        client("elsewhere").redirectUri("http://127.0.0.1/back").build());
  }

  private static RegisteredClient.Builder client(String id) {
    return RegisteredClient.withId(UUID.randomUUID().toString())
        .clientId(id)
        .clientSecret("{noop}" + secret(id))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .scope(OidcScopes.OPENID)
        .tokenSettings(
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(20)).build());
  }

  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      Authentication person = context.getPrincipal();
      if (person != null && person.getName().endsWith("-mfa")) {
        context.getClaims().claim("amr", List.of("pwd", "otp"));
      } else {
        context.getClaims().claim("amr", List.of("pwd"));
      }
      if (context.getRegisteredClient().getClientId().equals("city-program")) {
        context.getClaims().audience(List.of("cscc-api"));
      }
    };
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  JWKSource<SecurityContext> keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAKey key =
        new RSAKey.Builder((RSAPublicKey) pair.getPublic())
            .privateKey((RSAPrivateKey) pair.getPrivate())
            .keyID(UUID.randomUUID().toString())
            .build();
    return new ImmutableJWKSet<>(new JWKSet(key));
  }
}
