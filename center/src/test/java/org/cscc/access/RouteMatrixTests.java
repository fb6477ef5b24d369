package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route as every role, within and out of its reach, against the table of permissions. */
@CenterTest
class RouteMatrixTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** What forms need before they ask whether the person may. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "shown", "00",
          "incident", "00000000-0000-4000-8000-000000000001",
          "until", "2031-01-12",
          "reason", "NO_TIME");

  /** A line of the list. */
  private record Route(String method, String pattern, String asks, String own, String other) {
    String key() {
      return method + " " + pattern + " | " + asks;
    }
  }

  @Test
  void everyRouteStandsInTheListWithWhatItAsks() {
    Set<String> listed = new TreeSet<>();
    routes().forEach(route -> listed.add(route.key()));
    assertThat(listed).isEqualTo(served());
  }

  @Test
  void everyRouteAnswersEveryRoleAndRelationAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    int checks = 0;
    for (Role role : Role.values()) {
      if (role.hasAccounts()) {
        try (Visitor visitor = Visitor.as(role, accounts, port, "austin")) {
          for (Route route : routes()) {
            checks += walk(role, visitor, route, wrong);
          }
        }
      }
    }
    System.out.println("Routes × roles × relations: " + checks + " checks");
    assertThat(wrong).isEmpty();
    assertThat(checks).isGreaterThan(900);
  }

  @Test
  void withoutAnAccountOnlyTheOpenRoutesAnswer() {
    try (Visitor stranger = Visitor.stranger(port)) {
      for (Route route : routes()) {
        int status = send(stranger, route, route.own()).statusCode();
        if (route.asks().equals("open")) {
          // The second factor leads on to the sign-in, where nobody owes one.
          assertThat(status).as(route.key()).isNotIn(401, 403);
        } else {
          assertThat(status).as(route.key()).isIn(302, 401, 403);
        }
      }
    }
  }

  private int walk(Role role, Visitor visitor, Route route, List<String> wrong) {
    Relation relation = relation(role, route).orElse(null);
    String who = role + " " + route.key() + ": ";
    HttpResponse<String> own = send(visitor, route, route.own());
    if (closed(own) != (relation == null) || own.statusCode() >= 500) {
      wrong.add(who + "own answered " + own.statusCode());
    }
    if (route.other().equals("-")) {
      return 1;
    }
    HttpResponse<String> other = send(visitor, route, route.other());
    boolean refused = other.statusCode() == 403 || other.statusCode() == 404;
    if ((relation == null && !closed(other))
        || (relation == Relation.TEAM && !refused)
        || (relation == Relation.ANY && other.statusCode() == 403)) {
      wrong.add(who + "other answered " + other.statusCode());
    }
    return 2;
  }

  /** Whether the answer is that of a role that may not. */
  private static boolean closed(HttpResponse<String> answer) {
    return answer.statusCode() == 403 && answer.body().contains("R-ACCESS-01");
  }

  private static Optional<Relation> relation(Role role, Route route) {
    if (route.asks().equals("open")) {
      return Optional.of(Relation.ANY);
    }
    Capability asked = Capability.valueOf(route.asks());
    return PermissionTable.IN_FORCE.relation(role, asked.matter(), asked.act());
  }

  private static HttpResponse<String> send(Visitor visitor, Route route, String address) {
    if (address.startsWith("/api/")) {
      return visitor.ask(address, "Accept", "application/json");
    }
    return route.method().equals("GET") ? visitor.get(address) : visitor.post(address, FIELDS);
  }

  private Set<String> served() {
    Set<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.cscc")) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                  for (RequestMethod method :
                      methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    served.add(method + " " + pattern + " | " + asked(handler));
                  }
                }
              }
            });
    return served;
  }

  private static String asked(HandlerMethod handler) {
    Requires own = handler.getMethodAnnotation(Requires.class);
    if (own == null && handler.getMethodAnnotation(OpenToAll.class) != null) {
      return "open";
    }
    Requires requires =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    return requires == null ? "open" : requires.value().name();
  }

  private static List<Route> routes() {
    try (var in = RouteMatrixTests.class.getResourceAsStream("/access/routes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" \\| ")).map(String::strip).toList())
          .map(
              line ->
                  new Route(
                      line.getFirst().split(" ", 2)[0],
                      line.getFirst().split(" ", 2)[1],
                      line.get(1),
                      line.get(2),
                      line.get(3)))
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
