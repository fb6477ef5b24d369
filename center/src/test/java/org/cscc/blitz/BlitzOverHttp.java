package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.hidden;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done with blitzes over real HTTP, by the forms that stand on the pages. */
abstract class BlitzOverHttp {
  static final String MADISON = "4500 W Madison St";
  static final String MONROE = "4500 W Monroe St";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            """
            truncate blitz.blitz, blitz.part, blitz.walk, blitz.finding, blitz.done, blitz.report,
              blitz.step, blitz.once, services.task, services.step, services.evidence,
              services.dependency, services.escalation, services.once
            """)
        .update();
  }

  /** What an account was told of services: kind, words and page. */
  List<String> told(String account) {
    return jdbc.sql(
            """
            select replace(kind, 'services.notice.', '') || ' ' || array_to_string(words, ',')
              || ' ' || path
            from notices.notice where recipient = ? and kind like 'services.%' order by created_at
            """)
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Asks for everything that was found. */
  static void makeTasks(Visitor facilitator, String blitz) {
    Element asking = facilitator.page(blitz).expectFirst("form[action$=/make-tasks]");
    Map<String, String> tasks = hidden(asking);
    tasks.put(
        "finding",
        asking.select("input[name=finding]").stream()
            .map(Element::val)
            .collect(Collectors.joining(",")));
    assertThat(facilitator.post(blitz + "/make-tasks", tasks).statusCode()).isEqualTo(302);
  }

  void refused(Visitor facilitator, Map<String, String> changed, String rule) {
    HttpResponse<String> answer = facilitator.post("/blitz/new", form(changed));
    assertThat(answer.statusCode()).as(changed.toString()).isEqualTo(422);
    assertThat(answer.body()).as(changed.toString()).contains(rule);
  }

  Visitor who(Role role, String organization) {
    return new Players(accounts).visitor(role, organization, port);
  }

  /** Plans by the form; the address of the blitz. */
  static String plan(Visitor facilitator, String blocks, Map<String, String> changed) {
    Map<String, String> all = form(changed);
    all.put("blocks", blocks);
    HttpResponse<String> made = facilitator.post("/blitz/new", all);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  static Map<String, String> form(Map<String, String> changed) {
    Map<String, String> all = new HashMap<>();
    all.put("key", UUID.randomUUID().toString());
    all.put("area", "25");
    all.put("blocks", MADISON);
    all.put("first", today().toString());
    all.put("last", today().plusDays(2).toString());
    all.put("reason", "RESIDENTS");
    all.put("type", "POTHOLE,GRAFFITI_REMOVAL");
    all.putAll(changed);
    return all;
  }

  static void walk(Visitor walker, String blitz, int block, Map<String, String> counts) {
    HttpResponse<String> saved =
        send(walker, walker.page(blitz + "/blocks/" + block), "walk-block", counts);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
  }

  /** Asks for a service by its form; its address. */
  static String askService(Visitor visitor, String type, String block) {
    HttpResponse<String> made =
        visitor.post(
            "/services/new", Map.of("type", type, "area", "25", "block", block, "source", "WALK"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  String task(String type, String block) {
    return "/services/tasks/"
        + jdbc.sql("select code from services.task where type = ? and block = ?")
            .params(type, block)
            .query(String.class)
            .single();
  }

  String version(String blitz) {
    return jdbc.sql("select version::text from blitz.blitz where code = ?")
        .param(code(blitz))
        .query(String.class)
        .single();
  }

  int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  static String code(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  static LocalDate today() {
    return LocalDate.now(ReviewWeek.CHICAGO);
  }
}
