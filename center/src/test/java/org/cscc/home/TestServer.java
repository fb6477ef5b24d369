package org.cscc.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL for a whole test run. Each caller of {@link #freshDatabase()} gets a database
 * of its own, cloned in some 50 ms from one that the migrations were run on once.
 */
public final class TestServer {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestServer() {}

  /** JDBC address of a new, migrated, otherwise empty database. */
  public static synchronized String freshUrl() {
    String name = "test_" + COUNT.incrementAndGet();
    execute("create database " + name + " template migrated");
    return url(name);
  }

  /** A new, migrated, otherwise empty database. */
  public static DataSource freshDatabase() {
    return source(freshUrl());
  }

  private static EmbeddedPostgres start() {
    try {
      Path binaries = ServerPrograms.directory();
      // Tests lose nothing when the machine stops: no fsync here, unlike in a home.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setServerConfig("max_connections", "200")
              .setServerConfig("timezone", "UTC")
              .start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database migrated");
        statement.execute("create role " + PagesRole.NAME + " login");
      }
      Flyway.configure()
          .dataSource(source(server.getJdbcUrl("postgres", "migrated")))
          .locations("classpath:db/migration")
          .defaultSchema("home_migrations")
          .createSchemas(true)
          .outOfOrder(true)
          .callbacks(new RowPolicies())
          .load()
          .migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names no user: the driver would take that one instead of the role that a pool names. */
  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
  }

  private static DataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    return source;
  }

  private static void execute(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
