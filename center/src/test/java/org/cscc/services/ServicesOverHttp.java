package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done with services over real HTTP, by the forms that stand on the pages. */
abstract class ServicesOverHttp {
  static final String MADISON = "4500 W Madison St";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate services.task, services.step, services.evidence, services.dependency,"
                + " services.escalation, services.once")
        .update();
  }

  Visitor who(Role role, String organization) {
    String name = new Crowd(accounts).add(role, organization, "austin");
    return Visitor.of(name, name + "-password", port);
  }

  /** Asks by the form; the address of the task. */
  static String ask(Visitor visitor, String type) {
    HttpResponse<String> made =
        visitor.post(
            "/services/new",
            Map.of("type", type, "area", "25", "block", MADISON, "source", "WALK"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  /** Does it by the form of a move as it stands on the page of the task. */
  static void go(Visitor visitor, String task, String move, Map<String, String> fields) {
    HttpResponse<String> answer = send(visitor, task, move, fields);
    assertThat(answer.statusCode()).as(move + " " + answer.body()).isEqualTo(302);
  }

  /** Sends the form of a move as it stands on the page of the task. */
  static HttpResponse<String> send(
      Visitor visitor, String task, String move, Map<String, String> fields) {
    Element form = visitor.page(task).expectFirst("form[action$=/" + move + "]");
    Map<String, String> all = new HashMap<>();
    form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
    all.putAll(fields);
    return visitor.post(form.attr("action"), all);
  }

  static String code(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** A column of a task, as text. */
  String of(String task, String column) {
    return jdbc.sql("select coalesce(" + column + "::text, '') from services.task where code = ?")
        .param(code(task))
        .query(String.class)
        .single();
  }
}
