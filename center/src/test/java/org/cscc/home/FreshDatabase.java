package org.cscc.home;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives an application context under test a database of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class FreshDatabase {
  /** Requests are answered as in a real home: by a role that the row policies bind. */
  @Bean
  PagesRole pagesRole() {
    return new PagesRole(PagesRole.NAME, "");
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails() {
    String url = TestServer.freshUrl();
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
