package org.cscc.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
  private static final String COMMAND = "cscc command";

  private final int port;
  private final String password;
  private final @Nullable Owned owned;
  private final @Nullable Connection anchor;

  /** What the owning program holds: the server itself and the lock on the home. */
  private record Owned(CenterHome home, EmbeddedPostgres postgres, FileChannel lock) {}

  private EmbeddedServer(
      int port, String password, @Nullable Owned owned, @Nullable Connection anchor) {
    this.port = port;
    this.password = password;
    this.owned = owned;
    this.anchor = anchor;
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
      boolean told = false;
      while (true) {
        EmbeddedServer server = tryOpen(home, role);
        if (server != null) {
          return server;
        }
        HomeOwner owner = HomeOwner.read(home);
        if (System.nanoTime() > until || (role.equals("center") && owner.role().equals("center"))) {
          throw new HomeInUse(home.directory(), owner.pid());
        }
        if (!told && role.equals("center")) {
          LOG.info("Waiting for the command that is using {} to end", home.directory());
          told = true;
        }
        pause(200);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The database in " + home.directory() + " can not be opened", e);
    }
  }

  private static @Nullable EmbeddedServer tryOpen(CenterHome home, String role) throws IOException {
    FileChannel channel =
        FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return own(home, role, channel);
    }
    channel.close();
    HomeOwner owner = HomeOwner.read(home);
    return role.equals("command") && owner.port() > 0 ? attach(home, owner.port()) : null;
  }

  private static EmbeddedServer own(CenterHome home, String role, FileChannel lock)
      throws IOException {
    Files.deleteIfExists(home.owner());
    ServerStart start = new ServerStart(home);
    EmbeddedPostgres postgres = start.start();
    new HomeOwner(postgres.getPort(), Long.toString(ProcessHandle.current().pid()), role)
        .write(home);
    LOG.debug("PostgreSQL answers on port {}, data in {}", postgres.getPort(), home.postgres());
    return new EmbeddedServer(
        postgres.getPort(), start.password(), new Owned(home, postgres, lock), null);
  }

  /** Connects to the owner's server and stays connected, so that the owner waits for us. */
  private static @Nullable EmbeddedServer attach(CenterHome home, int port) throws IOException {
    String password = new ServerStart(home).password();
    try {
      Connection anchor = connect(port, password, COMMAND);
      return new EmbeddedServer(port, password, null, anchor);
    } catch (SQLException e) {
      LOG.debug("The server on port {} does not answer yet", port, e);
      return null;
    }
  }

  /** JDBC address of the application's database. */
  String url() {
    return url(port) + "?reWriteBatchedInserts=true";
  }

  String password() {
    return password;
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  private static Connection connect(int port, String password, String name) throws SQLException {
    return DriverManager.getConnection(
        url(port) + "?ApplicationName=" + name.replace(' ', '+'), APPLICATION_ROLE, password);
  }

  /** Ends the server if this program owns it, after the commands that use it are done. */
  @Override
  public void close() {
    try {
      if (anchor != null) {
        anchor.close();
      }
      if (owned != null) {
        // Without the file no new command finds the server; those that did are waited for.
        Files.deleteIfExists(owned.home().owner());
        waitForCommands();
        owned.postgres().close();
        Postmaster.endOrphan(owned.home().postgres());
        owned.lock().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The database could not be stopped cleanly", e);
    } catch (SQLException e) {
      LOG.debug("The connection was gone before it was closed", e);
    }
  }

  private void waitForCommands() {
    long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    boolean told = false;
    while (System.nanoTime() < until && commands() > 0) {
      if (!told) {
        LOG.info("Waiting for a command that is using the database to end");
        told = true;
      }
      pause(200);
    }
  }

  private int commands() {
    try (Connection connection = connect(port, password, "cscc closing");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid() and application_name = '"
                    + COMMAND
                    + "'")) {
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
}
