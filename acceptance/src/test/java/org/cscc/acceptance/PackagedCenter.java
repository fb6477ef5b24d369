package org.cscc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged program on a scratch home, as a newcomer starts it: it makes the demo city and
 * prints who can sign in.
 */
final class PackagedCenter {
  static final Path JAR = Path.of(System.getProperty("cscc.jar", ""));
  private static final Path WORK = Path.of(System.getProperty("cscc.work", "target"));
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A line of the table of demo accounts: name, role, password, what it sees. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?m)^  ([a-z][a-z0-9._-]*) +[a-z-]+ +(\\S+) +\\S.*$");

  private final Process process;
  private final Path output;
  private final int port;

  private PackagedCenter(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts it and waits until it answers and has printed the demo accounts. */
  static PackagedCenter start() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(Files.createDirectories(WORK), "home");
    Path output = home.resolveSibling(home.getFileName() + ".log");
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            JAR.toAbsolutePath().normalize().toString());
    builder.environment().put("CSCC_HOME", home.toAbsolutePath().toString());
    builder.environment().put("CSCC_PORT", Integer.toString(port));
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    PackagedCenter center = new PackagedCenter(process, output, port);
    center.awaitDemo();
    return center;
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  /** Passwords of the demo accounts by sign-in name, as the terminal shows them. */
  Map<String, String> accounts() throws IOException {
    Map<String, String> accounts = new LinkedHashMap<>();
    Matcher line = ACCOUNT.matcher(Files.readString(output));
    while (line.find()) {
      accounts.put(line.group(1), line.group(2));
    }
    return accounts;
  }

  private void awaitDemo() throws IOException, InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!(answers(client) && accounts().containsKey("facilitator"))) {
        assertThat(process.isAlive()).as("the center runs:%n%s", said()).isTrue();
        assertThat(Instant.now()).as("the demo is ready in time:%n%s", said()).isBefore(until);
        Thread.sleep(250);
      }
    }
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create(url("/actuator/health"))).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String said() throws IOException {
    return Files.readString(output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Ends the program as an operator would. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
