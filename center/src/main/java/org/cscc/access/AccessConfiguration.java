package org.cscc.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sign-in by form for pages and by bearer token for the API; everything else is closed. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'";

  private final RouteGuard guard;

  AccessConfiguration(RouteGuard guard) {
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(guard);
  }

  /** Programs come with a token, pages of ours with the session they already have. */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Tokens tokens, ApiEntryPoint entryPoint)
      throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/openapi", "/api/v1/openapi/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
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
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/access/sign-in",
                        "/error",
                        "/site/help",
                        "/webjars/**",
                        "/site/assets/**",
                        "/favicon.ico",
                        "/actuator/health",
                        "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/access/sign-in")
                    .loginProcessingUrl("/access/sign-in")
                    .usernameParameter("name")
                    .defaultSuccessUrl("/")
                    .failureUrl("/access/sign-in?refused"))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(new SignInEntryPoint("/access/sign-in"))
                    .accessDeniedHandler(AccessConfiguration::denied))
        .logout(
            out -> out.logoutUrl("/access/sign-out").logoutSuccessUrl("/access/sign-in?signed-out"))
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

  /** Leaves the cause for the page that explains it. */
  private static void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, cause);
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }
}
