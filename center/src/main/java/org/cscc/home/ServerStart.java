package org.cscc.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Starts PostgreSQL on a home's data, making the data first where there is none. A making that was
 * cut short is begun again: until it is done the home holds nothing that anybody was promised.
 */
final class ServerStart {
  private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);
  private final CenterHome home;

  ServerStart(CenterHome home) {
    this.home = home;
  }

  EmbeddedPostgres start() throws IOException {
    Postmaster.endOrphan(home.postgres());
    if (Files.exists(home.unfinished())) {
      LOG.info("The database in {} was not finished; it is made again", home.postgres());
      FileSystemUtils.deleteRecursively(home.postgres());
      Files.deleteIfExists(home.postgresPassword());
    }
    if (Files.exists(home.postgres().resolve("PG_VERSION"))) {
      EmbeddedPostgres postgres = settings(password()).start();
      makePagesRole(postgres, password());
      return postgres;
    }
    Files.writeString(home.unfinished(), "");
    Files.deleteIfExists(home.postgresPassword());
    String password = makePassword();
    EmbeddedPostgres postgres =
        settings(password)
            // No moment in which another user of the machine could come in without a password.
            .setLocaleConfig("auth-local", "scram-sha-256")
            .setLocaleConfig("auth-host", "scram-sha-256")
            .setLocaleConfig("pwfile", home.postgresPassword().toString())
            .start();
    makeDatabase(postgres, password);
    makePagesRole(postgres, password);
    Files.delete(home.unfinished());
    return postgres;
  }

  private EmbeddedPostgres.Builder settings(String password) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(home.postgres())
        .setCleanDataDirectory(false)
        // The home ends the server itself, after the last request and the last job.
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(ServerPrograms.directory().toFile())
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("timezone", "UTC")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setConnectConfig("password", password);
  }

  private static void makeDatabase(EmbeddedPostgres postgres, String password) throws IOException {
    try (Connection connection =
            postgres.getPostgresDatabase(Map.of("password", password)).getConnection();
        Statement statement = connection.createStatement()) {
      String role = EmbeddedServer.APPLICATION_ROLE;
      statement.execute("create role " + role + " login password '" + password + "'");
      statement.execute("create database " + EmbeddedServer.DATABASE + " owner " + role);
      refuseTrust(statement);
    } catch (SQLException e) {
      throw new IOException("The new database could not be prepared", e);
    }
  }

  /** The role that answers requests; a home of an earlier version has none yet. */
  private static void makePagesRole(EmbeddedPostgres postgres, String password) throws IOException {
    try (Connection connection =
            postgres.getPostgresDatabase(Map.of("password", password)).getConnection();
        Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet row =
          statement.executeQuery("select from pg_roles where rolname = '" + PagesRole.NAME + "'")) {
        there = row.next();
      }
      if (!there) {
        statement.execute("create role " + PagesRole.NAME + " login password '" + password + "'");
      }
    } catch (SQLException e) {
      throw new IOException("The role for requests could not be made", e);
    }
  }

  private static void refuseTrust(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'")) {
      if (row.next() && row.getInt(1) > 0) {
        throw new SQLException("The new database would let somebody in without a password");
      }
    }
  }

  String password() throws IOException {
    return Files.readString(home.postgresPassword()).strip();
  }

  private String makePassword() throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Path file = home.postgresPassword();
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
    return password;
  }
}
