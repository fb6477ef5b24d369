package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cscc.access.OpenToAll;
import org.cscc.access.Requires;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route says whom it lets in, and every answer carries the headers that protect a reader. */
@CenterTest
class RouteTests {
  /** A variable of a route, with its own pattern if it has one. */
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyRouteOfOursSaysWhomItLetsIn() {
    Set<String> silent = new TreeSet<>();
    ours()
        .forEach(
            (info, handler) -> {
              if (!says(handler, Requires.class) && !says(handler, OpenToAll.class)) {
                silent.add(info + " " + handler);
              }
            });
    assertThat(silent).isEmpty();
    assertThat(ours()).hasSizeGreaterThan(3);
  }

  @Test
  void onlyTheFrontDoorIsOpenToEverybody() {
    Set<String> open = new TreeSet<>();
    ours()
        .forEach(
            (info, handler) -> {
              if (says(handler, OpenToAll.class)) {
                open.addAll(info.getPatternValues());
              }
            });
    assertThat(open)
        .containsExactly(
            "/access/invitation/{secret}",
            "/access/passkey",
            "/access/second-factor",
            "/access/sign-in",
            // A token of the City's single sign-on is what it asks for.
            "/api/v1/token",
            "/error",
            // A person's calendar, by the secret in its address.
            "/reviews/calendar/{secret:[A-Za-z0-9_-]+}.ics",
            // Behind a door of their own, with a secret of the City's directory.
            "/scim/v2/ServiceProviderConfig",
            "/scim/v2/Users",
            "/scim/v2/Users/{id}",
            "/site/help");
  }

  @Test
  void everyPageRouteIsClosedToStrangers() {
    try (Visitor stranger = Visitor.stranger(port)) {
      ours()
          .forEach(
              (info, handler) -> {
                boolean get = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
                if (get && !says(handler, OpenToAll.class)) {
                  for (String pattern : info.getPatternValues()) {
                    String address = VARIABLE.matcher(pattern).replaceAll("1").replace("*", "1");
                    assertThat(stranger.get(address).statusCode())
                        .as(address)
                        .isEqualTo(pattern.startsWith("/api/") ? 401 : 302);
                  }
                }
              });
    }
  }

  @Test
  void pagesCarryTheHeadersThatProtectTheReader() {
    try (Visitor stranger = Visitor.stranger(port)) {
      HttpResponse<String> page = stranger.get("/access/sign-in");
      String policy = header(page, "Content-Security-Policy");
      assertThat(policy)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
      assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
      assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(page, "Cache-Control")).contains("no-store");
      assertThat(header(page, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
      assertThat(header(stranger.get("/site/assets/theme.css"), "X-Content-Type-Options"))
          .isEqualTo("nosniff");
    }
  }

  @Test
  void noMockLibraryIsOnTheClassPath() {
    assertThat(getClass().getClassLoader().getResource("org/mockito/Mockito.class")).isNull();
  }

  private Map<RequestMappingInfo, HandlerMethod> ours() {
    Map<RequestMappingInfo, HandlerMethod> ours =
        new java.util.HashMap<>(mappings.getHandlerMethods());
    ours.values().removeIf(handler -> !handler.getBeanType().getName().startsWith("org.cscc"));
    return ours;
  }

  private static <A extends java.lang.annotation.Annotation> boolean says(
      HandlerMethod handler, Class<A> what) {
    return handler.getMethodAnnotation(what) != null
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), what);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return Objects.requireNonNullElse(
        answer.headers().allValues(name).stream().reduce((a, b) -> a + "; " + b).orElse(null), "");
  }
}
