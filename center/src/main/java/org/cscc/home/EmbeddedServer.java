package org.cscc.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL inside the data directory. The first program to open a home owns it and runs the
 * server; commands that come later connect to the same server. The lock is the operating system's,
 * so a program that was killed leaves none; the server it left behind is ended before the next
 * start.
 */
final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  static final String APPLICATION_ROLE = "cscc";
  static final String DATABASE = "cscc";

  private final CenterHome home;
  private final int port;
  private final String password;
  private final @Nullable EmbeddedPostgres postgres;
  private final @Nullable FileChannel lock;

  private EmbeddedServer(
      CenterHome home,
      int port,
      String password,
      @Nullable EmbeddedPostgres postgres,
      @Nullable FileChannel lock) {
    this.home = home;
    this.port = port;
    this.password = password;
    this.postgres = postgres;
    this.lock = lock;
  }

  /**
   * Opens the home's server.
   *
   * @param role what the opening program is, {@code center} or {@code command}
   * @param patience how long to wait for another program that owns the home
   * @throws HomeInUse when a center is asked for and another center has the home
   */
  static EmbeddedServer open(CenterHome home, String role, Duration patience) {
    try {
      long until = System.nanoTime() + patience.toNanos();
      while (true) {
        FileChannel channel =
            FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock mine = channel.tryLock();
        if (mine != null) {
          return own(home, role, channel);
        }
        channel.close();
        Properties owner = readOwner(home);
        if (role.equals("command") && owner.containsKey("port")) {
          int port = Integer.parseInt(owner.getProperty("port"));
          String password = Files.readString(home.postgresPassword());
          if (answers(port, password)) {
            return new EmbeddedServer(home, port, password, null, null);
          }
        }
        if (role.equals("center") && "center".equals(owner.getProperty("role"))) {
          throw new HomeInUse(home.directory(), owner.getProperty("pid", "?"));
        }
        if (System.nanoTime() > until) {
          throw new HomeInUse(home.directory(), owner.getProperty("pid", "?"));
        }
        pause(200);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The database in " + home.directory() + " can not be opened", e);
    }
  }

  private static EmbeddedServer own(CenterHome home, String role, FileChannel lock)
      throws IOException {
    Files.deleteIfExists(home.owner());
    Postmaster.endOrphan(home.postgres());
    boolean first = !Files.exists(home.postgres().resolve("PG_VERSION"));
    if (first) {
      Files.deleteIfExists(home.postgresPassword());
    }
    String password = passwordOf(home);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(home.postgres())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries().toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("password_encryption", "scram-sha-256");
    if (!first) {
      builder.setConnectConfig("password", password);
    }
    EmbeddedPostgres postgres = builder.start();
    if (first) {
      protect(home, postgres, password);
    }
    Properties owner = new Properties();
    owner.setProperty("port", Integer.toString(postgres.getPort()));
    owner.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    owner.setProperty("role", role);
    writeOwner(home, owner);
    LOG.info(
        "PostgreSQL answers on port {} with its data in {}", postgres.getPort(), home.postgres());
    return new EmbeddedServer(home, postgres.getPort(), password, postgres, lock);
  }

  /** The server starts open to every local user; close that door before anything is stored. */
  private static void protect(CenterHome home, EmbeddedPostgres postgres, String password)
      throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      statement.execute("create role " + APPLICATION_ROLE + " login password '" + password + "'");
      statement.execute("create database " + DATABASE + " owner " + APPLICATION_ROLE);
      Files.writeString(
          home.postgres().resolve("pg_hba.conf"),
          String.join(
              "\n",
              List.of(
                  "local all all scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256", "")));
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("The new database could not be prepared", e);
    }
  }

  /** JDBC address of the application's database. */
  String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?reWriteBatchedInserts=true";
  }

  String password() {
    return password;
  }

  private static String passwordOf(CenterHome home) throws IOException {
    Path file = home.postgresPassword();
    if (Files.exists(file)) {
      return Files.readString(file);
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
    return password;
  }

  /**
   * The unpacked server programs, shared by all homes of this user; never a world-writable place.
   */
  private static Path binaries() {
    return CenterHome.at(Path.of(System.getProperty("user.home"), ".cache", "cscc")).directory();
  }

  private static Properties readOwner(CenterHome home) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(home.owner())) {
      try (var in = Files.newInputStream(home.owner())) {
        properties.load(in);
      }
    }
    return properties;
  }

  private static void writeOwner(CenterHome home, Properties properties) throws IOException {
    Path fresh = home.owner().resolveSibling("home.owner.new");
    try (var out = Files.newOutputStream(fresh)) {
      properties.store(out, null);
    }
    Files.move(
        fresh, home.owner(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean answers(int port, String password) {
    try (Connection connection =
        DriverManager.getConnection(url(port), APPLICATION_ROLE, password)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Ends the server if this program owns it, after the commands that use it are done. */
  @Override
  public void close() {
    if (postgres == null || lock == null) {
      return;
    }
    try {
      waitForOthers();
      postgres.close();
      Files.deleteIfExists(home.owner());
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The database could not be stopped cleanly", e);
    }
  }

  private void waitForOthers() {
    long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (System.nanoTime() < until && others() > 0) {
      pause(200);
    }
  }

  private int others() {
    try (Connection connection = DriverManager.getConnection(url(), APPLICATION_ROLE, password);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()"
                    + " and application_name = 'cscc command'")) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      return 0;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the data directory", e);
    }
  }

  boolean attached() {
    return postgres == null;
  }
}
