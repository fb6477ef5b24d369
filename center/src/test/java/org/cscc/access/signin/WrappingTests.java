package org.cscc.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A center behind a proxy that ends TLS: the test is the proxy, at the address that is trusted. */
@CenterTest
@TestPropertySource(
    properties = {
      "cscc.public-address=https://center.example",
      "cscc.trusted-proxies=127.0.0.1, 10.0.0.7"
    })
class WrappingTests {
  private static final String PASSWORD = "turnip lantern cobalt vestibule";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void cookiesAreForThisHostByTlsOnlyAndPagesAskForTls() throws Exception {
    String name = "w-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", Role.TRAINER, "MOCS", Set.of(), PASSWORD);
    HttpResponse<String> page = send("GET", "/access/sign-in", "", "");
    assertThat(page.headers().firstValue("Strict-Transport-Security"))
        .get()
        .asString()
        .contains("max-age=31536000");
    String session = cookie(page, "__Host-cscc-session");
    assertThat(session)
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
    String token = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
    HttpResponse<String> in =
        send(
            "POST",
            "/access/sign-in",
            "_csrf="
                + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8)
                + "&name="
                + name
                + "&password="
                + PASSWORD.replace(' ', '+'),
            pair(session));
    String signedIn = cookie(in, "__Host-cscc-session");
    assertThat(cookie(in, "__Secure-cscc-browser")).contains("Secure", "HttpOnly");
    assertThat(send("GET", "/", "", pair(signedIn)).statusCode()).isEqualTo(200);
    assertThat(
            jdbc.sql(
                    """
                    select host(network) from audit.event e join audit.word w on w.id = e.kind
                    where w.word = 'sign-in' and record = ?
                    """)
                .param(name)
                .query(String.class)
                .single())
        .as("the visitor's network, not the proxy's")
        .isEqualTo("198.51.100.0");
    assertThat(send("GET", "/?language=es", "", pair(signedIn)).headers().allValues("Set-Cookie"))
        .anyMatch(one -> one.startsWith("language=") && one.contains("Secure"));
    token =
        Jsoup.parse(send("GET", "/access/sign-in", "", pair(signedIn)).body())
            .select("input[name=_csrf]")
            .attr("value");
    HttpResponse<String> out =
        send(
            "POST",
            "/access/sign-out",
            "_csrf=" + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8),
            pair(signedIn));
    assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
    assertThat(send("GET", "/", "", pair(signedIn)).statusCode()).isEqualTo(302);
  }

  @Test
  void withoutTheProxysWordThePageIsNotOnASecureWay() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> plain =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/access/sign-in"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(cookie(plain, "__Host-cscc-session")).contains("Secure");
    }
  }

  private HttpResponse<String> send(String method, String path, String body, String cookie)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Accept", "text/html")
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-For", "198.51.100.77")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    List<String> all = answer.headers().allValues("Set-Cookie");
    return all.stream()
        .filter(one -> one.startsWith(name + "="))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + all));
  }

  private static String pair(String cookie) {
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
