package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class SignInPageTests {
  @LocalServerPort int port;

  @Test
  void whoIsNotSignedInIsLedToTheSignInPage() throws Exception {
    HttpResponse<String> answer = get("/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/access/sign-in");
    assertThat(get("/access/sign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void aProgramWithoutATokenIsToldWhatToSend() throws Exception {
    HttpResponse<String> answer = get("/api/v1/areas");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("R-ACCESS-03");
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
