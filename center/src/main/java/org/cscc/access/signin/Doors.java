package org.cscc.access.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The two doors: bearer tokens for programs, sign-in for people; everything else is closed. */
@Configuration(proxyBeanMethods = false)
class Doors {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'";

  private static final String[] OPEN = {
    "/access/sign-in",
    "/access/second-factor",
    "/access/passkey",
    "/access/invitation/*",
    "/error",
    "/site/help",
    // A calendar program comes with the secret that is in the address.
    "/reviews/calendar/*.ics",
    "/webjars/**",
    "/site/assets/**",
    "/favicon.ico",
    "/actuator/health",
    "/actuator/health/**"
  };

  /** Programs come with a token, pages of ours with the session they already have. */
  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      OpaqueTokenIntrospector tokens,
      SignedInContext context,
      ApiEntryPoint entryPoint)
      throws Exception {
    return http.securityMatcher("/api/**")
        .securityContext(security -> security.securityContextRepository(context))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/openapi", "/api/v1/openapi/**", TokenExchange.ADDRESS)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers(TokenExchange.ADDRESS))
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(token -> token.introspector(tokens))
                    .authenticationEntryPoint(entryPoint))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(entryPoint))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      SignedInContext context,
      CityDoor city,
      KnownBrowsers browsers,
      CookieRequestCache asked,
      AfterSignIn after,
      SignInRefused refused,
      Denied denied)
      throws Exception {
    city.open(http);
    return http.securityContext(security -> security.securityContextRepository(context))
        .requestCache(cache -> cache.requestCache(asked))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .formLogin(
            form ->
                form.loginPage("/access/sign-in")
                    .loginProcessingUrl("/access/sign-in")
                    .usernameParameter("name")
                    .authenticationDetailsSource(browsers::secret)
                    .successHandler(after)
                    .failureHandler(refused))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(new SignInEntryPoint("/access/sign-in"))
                    .accessDeniedHandler(denied))
        .logout(
            out ->
                out.logoutUrl("/access/sign-out")
                    .addLogoutHandler(new HeaderWriterLogoutHandler(LeftBehind.NOTHING))
                    .logoutSuccessUrl("/access/sign-in?signed-out"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy("camera=(), microphone=(), geolocation=()")))
        .build();
  }

  /** The page somebody asked for before signing in is in their own cookie, not in a row of ours. */
  @Bean
  CookieRequestCache askedPages(Wrapping wrapping) {
    CookieRequestCache asked = new CookieRequestCache();
    var pages = PathPatternRequestMatcher.withDefaults();
    asked.setRequestMatcher(
        request ->
            pages.matcher(HttpMethod.GET, "/**").matches(request)
                && !request.getRequestURI().matches("/(api|webjars|site/assets|favicon|error).*")
                && request.getHeader("HX-Request") == null);
    asked.setCookieCustomizer(
        cookie -> {
          cookie.setSecure(wrapping.tls());
          cookie.setAttribute("SameSite", "Lax");
        });
    return asked;
  }
}
