package org.cscc.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A person with a browser that runs no script: keeps cookies, follows no redirect, sends the hidden
 * token with each form.
 */
public final class Visitor implements AutoCloseable {
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String root;
  private Optional<Phone> phone = Optional.empty();

  private Visitor(int port) {
    this.root = "http://localhost:" + port;
  }

  /** Somebody who has not signed in. */
  public static Visitor stranger(int port) {
    return new Visitor(port);
  }

  /**
   * Somebody with a new account of the role and seats in the teams, signed in, who acknowledged.
   */
  public static Visitor as(Role role, Accounts accounts, int port, String... teams) {
    String name = "v-" + UUID.randomUUID().toString().substring(0, 12);
    String password = UUID.randomUUID().toString();
    accounts.add(name, "Visitor " + role, role, Seats.in("MOCS", Set.of(teams)), password);
    Visitor visitor = new Visitor(port);
    HttpResponse<String> answer =
        visitor.post("/access/sign-in", Map.of("name", name, "password", password));
    if (answer.headers().firstValue("Location").orElse("").contains("refused")) {
      throw new IllegalStateException("The new account could not sign in");
    }
    if (answer.headers().firstValue("Location").orElse("").endsWith("/access/second-factor")) {
      visitor.phone = Optional.of(Phone.enrol(visitor));
    }
    visitor.post("/access/acknowledgement", Map.of("understood", "yes"));
    return visitor;
  }

  /** Somebody with an account that is there, signed in, who acknowledged. */
  public static Visitor of(String name, String password, int port) {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> answer =
        visitor.post("/access/sign-in", Map.of("name", name, "password", password));
    if (answer.headers().firstValue("Location").orElse("").contains("refused")) {
      throw new IllegalStateException(name + " could not sign in");
    }
    if (answer.headers().firstValue("Location").orElse("").endsWith("/access/second-factor")) {
      visitor.phone = Optional.of(Phone.enrol(visitor));
    }
    visitor.post("/access/acknowledgement", Map.of("understood", "yes"));
    return visitor;
  }

  /** The phone that was set up while signing in, where the role needs one. */
  public Optional<Phone> phone() {
    return phone;
  }

  /** Opens an address. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html"));
  }

  /** Asks as a program in the same session would, with headers as name and value in turn. */
  public HttpResponse<String> ask(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(root + path)).headers(headers));
  }

  /** Opens an address that must answer 200 and reads it. */
  public Document page(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return Jsoup.parse(answer.body(), root + path);
  }

  /** Sends a form, with the hidden token of the sign-in page, which is the session's. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token());
    return send(path, all);
  }

  /** Sends a form as a browser does that shows a page. */
  public HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token());
    return send(form(path, all).header("Referer", page));
  }

  /** Sends exactly these fields as a form. */
  public HttpResponse<String> send(String path, Map<String, String> fields) {
    return send(form(path, fields));
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  /** Sends a form with one file, as a browser does. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, String field, String name, byte[] file) {
    String mark = "mark-" + UUID.randomUUID();
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token());
    StringBuilder head = new StringBuilder();
    all.forEach(
        (key, value) ->
            head.append("--")
                .append(mark)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(key)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append("--")
        .append(mark)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(field)
        .append("\"; filename=\"")
        .append(name)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
  }

  /** Sends a file as a browser's form would, with the hidden token. */
  public HttpResponse<String> upload(String path, String field, String name, byte[] content) {
    String edge = "edge" + UUID.randomUUID();
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"%3$s\"; filename=\"%4$s\"\r\n\r\n"
            .formatted(edge, token(), field, name);
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + edge + "--\r\n"))));
  }

  /** Value of a cookie that the visitor holds. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private String token() {
    return Jsoup.parse(get("/access/sign-in").body()).select("input[name=_csrf]").attr("value");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
