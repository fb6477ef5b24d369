package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cscc.home.CenterProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an administrator, through the real entry, alone and beside a running center. */
class AccountsCommandTests {
  @TempDir Path directory;

  @Test
  void theFirstAccountOfARealHomeIsMadeWithoutACenterAndItsTokenOpensTheApiOfOne()
      throws Exception {
    CenterProcess programs = new CenterProcess(directory.resolve("home"));
    CenterProcess.Ended added =
        programs.run("accounts", "add", "ana", "--role", "department-liaison", "--team", "austin");
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.lastLine()).matches("Password, shown this once: ([a-z2-9]{5}-){3}[a-z2-9]{5}");

    Process center = programs.serve();
    try {
      CenterProcess.Ended token = programs.run("token", "ANA");
      assertThat(token.exit()).as(token.err()).isZero();
      assertThat(token.lastLine()).startsWith("cscc_");
      assertThat(status(programs.port(), token.lastLine())).isEqualTo(200);
      assertThat(status(programs.port(), "cscc_wrong")).isEqualTo(401);
      assertThat(programs.run("accounts", "list").out())
          .contains("ana ", "department-liaison")
          .doesNotContain("facilitator"); // A real home gets no demo account.
      assertThat(programs.run("accounts", "sign-out", "ana").lastLine())
          .isEqualTo("Sessions ended: 0");
      assertThat(programs.run("accounts", "sign-out", "--everybody").exit()).isZero();
      refused(programs.run("accounts", "sign-out", "nobody"), "R-ACCESS-10");
    } finally {
      center.destroy();
      assertThat(center.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsageAndAddsNothing() throws Exception {
    CenterProcess programs = new CenterProcess(directory.resolve("home"));
    refused(programs.run("accounts", "add", "bo", "--role", "boss"), "department-liaison");
    refused(programs.run("nonsense"), "Usage");
    refused(programs.run("token", "bo"), "R-ACCESS-10");
    assertThat(programs.run("accounts", "list").out()).contains("no accounts yet");
  }

  private static void refused(CenterProcess.Ended ended, String because) {
    assertThat(ended.exit()).isNotZero();
    assertThat(ended.err()).contains(because).doesNotContain("\tat ");
  }

  private static int status(int port, String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/openapi"))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
