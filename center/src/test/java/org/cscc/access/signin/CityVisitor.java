package org.cscc.access.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody in front of the City's own sign-in page, and a program that uses its answers. */
final class CityVisitor implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final String issuer;

  CityVisitor(String issuer) {
    this.issuer = issuer;
  }

  /**
   * Follows an address of the provider, signs in there, and stops before the way back.
   *
   * @return the address that the provider leads back to
   */
  String signIn(String address, String name) throws IOException, InterruptedException {
    String at = address;
    for (int step = 0; step < 8; step++) {
      HttpResponse<String> answer = get(at);
      if (answer.statusCode() == 200) {
        String token = Jsoup.parse(answer.body()).select("input[name=_csrf]").attr("value");
        answer =
            post(issuer + "/login", Map.of("username", name, "password", name, "_csrf", token), "");
      }
      at = URI.create(at).resolve(answer.headers().firstValue("Location").orElseThrow()).toString();
      if (!at.startsWith(issuer)) {
        return at;
      }
    }
    throw new IllegalStateException("The provider does not lead back: " + at);
  }

  /** The provider's answer with tokens for a program of its own. */
  String tokens(String program, String name) throws IOException, InterruptedException {
    String verifier = "a-verifier-of-at-least-forty-three-characters-for-pkce";
    String back =
        signIn(
            issuer
                + "/oauth2/authorize?response_type=code&scope=openid&state=s&client_id="
                + program
                + "&redirect_uri=http://127.0.0.1/back&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(verifier)),
            name);
    String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    return post(
            issuer + "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                "http://127.0.0.1/back"),
            program)
        .body();
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  /** Sends a form, as a program of the provider where one is named. */
  HttpResponse<String> post(String address, Map<String, String> fields, String program)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    fields.entrySet().stream()
                        .map(
                            field ->
                                field.getKey()
                                    + "="
                                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    if (!program.isEmpty()) {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString(
                      (program + ":" + CityProgram.secret(program))
                          .getBytes(StandardCharsets.UTF_8)));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
  }
}
