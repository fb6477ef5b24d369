package org.cscc.access.signin;

import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.cscc.access.Accounts;
import org.cscc.home.HomeState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions, and what proves who somebody is. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
  static final String COOKIE = "cscc-session";

  @Bean
  RealTime realTime() {
    return new RealTime(Clock.systemUTC());
  }

  @Bean
  SessionLimits sessionLimits(
      @Value("${cscc.sign-in.idle}") Duration idle,
      @Value("${cscc.sign-in.absolute}") Duration absolute) {
    return new SessionLimits(idle, absolute);
  }

  /** The key is given, or lies in the data directory. */
  @Bean
  SecretSeal secretSeal(
      @Value("${cscc.sign-in.key}") String key, @Value("${cscc.home}") Path home) {
    return key.isBlank() ? SecretSeal.inDirectory(home) : new SecretSeal(key);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new ArgonEncoder();
  }

  @Bean
  StoredSessions storedSessions(JdbcClient jdbc, SessionLimits limits, RealTime time) {
    return new StoredSessions(jdbc, limits, time);
  }

  @Bean
  SignedInContext signedInContext(
      Accounts accounts, HomeState home, SessionLimits limits, RealTime time) {
    return new SignedInContext(accounts, home, limits, time);
  }

  /** Before Spring Security, which asks the session who this is; also when an error is told. */
  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<SessionRepositoryFilter<StoredSession>> sessionFilter(
      StoredSessions sessions, Wrapping wrapping) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(wrapping.host(COOKIE));
    cookie.setUseSecureCookie(wrapping.tls());
    cookie.setCookiePath("/");
    cookie.setUseBase64Encoding(false);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    SessionRepositoryFilter<StoredSession> filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(ids);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
    return registration;
  }
}
