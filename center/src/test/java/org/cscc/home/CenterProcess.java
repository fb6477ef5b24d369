package org.cscc.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cscc.SafetyCenter;

/** The center, or one of its commands, as a program of its own on a data directory. */
public final class CenterProcess {
  private final Path home;
  private final int port;
  private final List<String> settings;
  private final String heap;

  /** Programs on the directory; {@code settings} are system properties such as {@code a=b}. */
  public CenterProcess(Path home, String... settings) {
    this("512m", home, settings);
  }

  /** Programs on the directory that may use so much heap, such as {@code 96m}. */
  CenterProcess(String heap, Path home, String... settings) {
    this.heap = heap;
    this.home = home;
    this.settings = List.of(settings);
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a program that has ended said. */
  public record Ended(int exit, String out, String err) {
    /** The last line of standard output. */
    public String lastLine() {
      return out.isEmpty() ? "" : out.lines().toList().getLast();
    }
  }

  /** Runs the program to its end. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("center", ".out");
    Path err = Files.createTempFile("center", ".err");
    Process process = start(out, err, arguments);
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("The program did not end: " + Files.readString(err));
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts a command and does not wait for its end. */
  public Process begin(String... arguments) throws IOException {
    Path out = Files.createTempFile("center", ".out");
    return start(out, out, arguments);
  }

  /** Starts the center and waits until its pages answer. */
  public Process serve() throws IOException, InterruptedException {
    Path out = Files.createTempFile("center", ".out");
    Process process = start(out, out);
    long until = System.nanoTime() + Duration.ofSeconds(150).toNanos();
    while (status() != 200) {
      if (!process.isAlive() || System.nanoTime() > until) {
        process.destroyForcibly();
        throw new IOException("The center did not start: " + Files.readString(out));
      }
      Thread.sleep(100);
    }
    return process;
  }

  /** Port of the pages. */
  public int port() {
    return port;
  }

  Connection database() throws IOException, SQLException {
    return database(Files.readString(home.resolve("postgres.password")));
  }

  Connection database(String password) throws IOException, SQLException {
    int server = HomeOwner.read(new CenterHome(home)).port();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server + "/cscc", "cscc", password);
  }

  private Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    settings.forEach(setting -> command.add("-D" + setting));
    command.add(SafetyCenter.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("CSCC_HOME", home.toString());
    builder.environment().put("CSCC_PORT", Integer.toString(port));
    return builder.start();
  }

  private int status() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
