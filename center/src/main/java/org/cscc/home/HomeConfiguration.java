package org.cscc.home;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded database, unless an external one is named by {@code spring.datasource.url}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    havingValue = "embedded",
    matchIfMissing = true)
class HomeConfiguration {
  @Bean
  CenterHome centerHome(@Value("${cscc.home}") Path directory) {
    return CenterHome.at(directory);
  }

  @Bean(destroyMethod = "close")
  EmbeddedServer embeddedServer(CenterHome home, @Value("${cscc.role:center}") String role) {
    return EmbeddedServer.open(home, role, Duration.ofMinutes(10));
  }

  @Bean
  PagesRole pagesRole(EmbeddedServer server) {
    return new PagesRole(PagesRole.NAME, server.password());
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(EmbeddedServer server) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return EmbeddedServer.APPLICATION_ROLE;
      }

      @Override
      public String getPassword() {
        return server.password();
      }

      @Override
      public String getJdbcUrl() {
        return server.url();
      }
    };
  }
}
