package org.cscc.tabletops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cscc.access.Forms;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done with exercises over real HTTP. */
abstract class ExerciseOverHttp {
  @LocalServerPort int port;
  @Autowired Guests guests;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    guests.clear();
  }

  void due(String code, String when) {
    jdbc.sql("update tabletops.exercise set report_due = now() " + when + " where code = ?")
        .param(code)
        .update();
  }

  List<String> told(String account) {
    return jdbc.sql(
            """
            select replace(kind, 'tabletops.notice.', '') from notices.notice
            where recipient = ? and kind like 'tabletops.%' order by created_at
            """)
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  String finding(String code, int position) {
    return jdbc.sql(
            """
            select f.id::text from tabletops.finding f
            join tabletops.exercise e on e.id = f.exercise
            where e.code = ? and f.position = ?
            """)
        .params(code, position)
        .query(String.class)
        .single();
  }

  Visitor who(Role role, String organization, String... teams) {
    return guests.visitor(port, role, organization, teams);
  }

  static Document stringent(Visitor visitor, String address) {
    HttpResponse<String> answer = visitor.get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** Plans by the form; the address of the exercise. */
  static String plan(Visitor facilitator, Map<String, String> changed) {
    Map<String, String> form = Guests.form();
    form.putAll(changed);
    HttpResponse<String> made = facilitator.post("/tabletops/new", form);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  static String code(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Sends the form of a move as it stands on the page of the exercise. */
  static HttpResponse<String> send(
      Visitor visitor, String address, String move, Map<String, String> fields) {
    return Forms.send(visitor, visitor.page(address), move, fields);
  }
}
