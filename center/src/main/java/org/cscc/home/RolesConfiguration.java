package org.cscc.home;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Two roles for one database, and who gets which (decision 0120). */
@Configuration(proxyBeanMethods = false)
class RolesConfiguration {
  /**
   * @param own where our own server answers; without it, an external database is named by
   *     properties
   * @param password of the role for requests, where the database is external
   */
  @Bean(destroyMethod = "close")
  DataSource dataSource(
      ObjectProvider<JdbcConnectionDetails> own,
      DataSourceProperties external,
      ObjectProvider<PagesRole> role,
      ObjectProvider<RowReach> reach,
      Environment environment,
      @Value("${cscc.pages.password:}") String password) {
    JdbcConnectionDetails server = own.getIfAvailable();
    String url = server == null ? external.determineUrl() : server.getJdbcUrl();
    PagesRole pages = role.getIfAvailable(() -> new PagesRole(PagesRole.NAME, password));
    return new TwoRoles(
        pool(
            environment,
            "center",
            url,
            server == null ? external.determineUsername() : server.getUsername(),
            server == null ? external.determinePassword() : server.getPassword()),
        pool(environment, "pages", url, pages.name(), pages.password()),
        reach);
  }

  /** A pool that opens its first connection when the first one is asked for. */
  private static HikariDataSource pool(
      Environment environment,
      String name,
      String url,
      @Nullable String user,
      @Nullable String password) {
    HikariConfig settings =
        Binder.get(environment)
            .bind("spring.datasource.hikari", Bindable.of(HikariConfig.class))
            .orElseGet(HikariConfig::new);
    HikariDataSource pool = new HikariDataSource();
    settings.copyStateTo(pool);
    pool.setPoolName(name);
    pool.setMinimumIdle(1);
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    return pool;
  }

  /** Before everything else, so that no part of a request reads as the owner. */
  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<Filter> asking() {
    FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(Asking::answer);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return filter;
  }
}
