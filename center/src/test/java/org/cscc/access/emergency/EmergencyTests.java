package org.cscc.access.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The glass: broken with a reason, for a time, written down, and looked at afterwards. */
@CenterTest
class EmergencyTests {
  private static final String OTHER_TEAM = "/patterns/teams/englewood";
  private static final Map<String, String> REASON =
      Map.of("reason", "Two people shot on 63rd Street tonight", "hours", "1");

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void nothingIsLeft() {
    jdbc.sql("delete from access.emergency").update();
  }

  @Test
  void anEmergencyOpensWhatTheRoleReadsForEveryTeamAndEndsByItself() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(facilitator.get(OTHER_TEAM).statusCode()).isIn(403, 404);
      assertThat(facilitator.post("/access/emergency", REASON).statusCode()).isEqualTo(302);
      assertThat(facilitator.get(OTHER_TEAM).statusCode()).isEqualTo(200);
      assertThat(facilitator.page("/").select(".emergency").text()).contains("until");
      assertThat(facilitator.page("/?language=es").select(".emergency").text())
          .contains("más allá de sus equipos");
      assertThat(facilitator.post("/access/emergency", REASON).body()).contains("R-GLASS-01");
      jdbc.sql(
              "update access.emergency set began_at = began_at - interval '61 minutes', ends_at ="
                  + " ends_at - interval '61 minutes'")
          .update();
      assertThat(facilitator.get(OTHER_TEAM).statusCode()).isIn(403, 404);
      assertThat(facilitator.page("/").select(".emergency")).isEmpty();
    }
  }

  @Test
  void itChangesNothingOfWhatThePersonMayDo() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      facilitator.post("/access/emergency", REASON);
      assertThat(facilitator.post("/reviews/2031-01-05/englewood/prepare", Map.of()).statusCode())
          .isIn(403, 404);
      assertThat(facilitator.get("/incidents/imports").statusCode()).isEqualTo(403);
      assertThat(facilitator.get("/consent").statusCode()).isEqualTo(403);
      facilitator.post("/access/emergency/end", Map.of());
      assertThat(facilitator.get(OTHER_TEAM).statusCode()).isIn(403, 404);
    }
  }

  @Test
  void itNeedsAReasonATimeFromTheListAndAProofOfTheLastQuarterHour() {
    try (Visitor advocate = Visitor.as(Role.ADVOCATE, accounts, port, "austin")) {
      assertThat(advocate.post("/access/emergency", Map.of("reason", "now")).statusCode())
          .isEqualTo(422);
      assertThat(
              advocate
                  .post("/access/emergency", Map.of("reason", REASON.get("reason"), "hours", "24"))
                  .statusCode())
          .isEqualTo(422);
      jdbc.sql("update access.session set proved_at = proved_at - interval '16 minutes'").update();
      assertThat(advocate.post("/access/emergency", REASON).headers().firstValue("Location"))
          .get()
          .asString()
          .contains("/access/confirm");
      assertThat(count("access.emergency")).isZero();
    }
  }

  @Test
  void aPoliceLiaisonHasNoGlassToBreak() {
    try (Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "austin")) {
      assertThat(police.post("/access/emergency", REASON).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void itStaysWithThePrivacyOfficerUntilItIsLookedAt() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor privacy = Visitor.as(Role.PRIVACY_OFFICER, accounts, port);
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      facilitator.post("/access/emergency", REASON);
      facilitator.get("/reviews");
      assertThat(tasks(privacy)).contains("/access/emergencies");
      assertThat(privacy.page("/").select(".todo li:has([href='/access/emergencies']) .late"))
          .isEmpty();
      jdbc.sql("update access.emergency set look_by = current_date - 3").update();
      assertThat(
              privacy
                  .page("/?language=es")
                  .select(".todo li:has([href='/access/emergencies']) .late"))
          .hasSize(1);
      Element row = privacy.page("/access/emergencies?language=en").expectFirst("tbody tr");
      assertThat(row.text()).contains("Two people shot", "Facilitator", "Late");
      String form = row.select("form").attr("action");
      assertThat(director.page("/access/emergencies").select("main form")).isEmpty();
      assertThat(director.post(form, Map.of("inOrder", "true")).statusCode()).isEqualTo(403);
      assertThat(privacy.post(form, Map.of("inOrder", "false")).body()).contains("R-GLASS-04");
      assertThat(tasks(privacy)).contains("/access/emergencies");
      privacy.post(form, Map.of("inOrder", "true", "finding", "The team asked for it"));
      assertThat(tasks(privacy)).doesNotContain("/access/emergencies");
      assertThat(privacy.post(form, Map.of("inOrder", "true")).body()).contains("R-GLASS-02");
      assertThat(director.page("/access/emergencies").text()).contains("In order");
    }
  }

  @Test
  void whatIsOpenedMeanwhileIsToldFromOtherReading() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      facilitator.post("/access/emergency", REASON);
      facilitator.get("/incidents");
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from audit.event e join audit.word w on w.id = e.way
                      where w.word = 'emergency'
                      """)
                  .query(Integer.class)
                  .single())
          .isPositive();
    }
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static List<String> tasks(Visitor visitor) {
    return visitor.page("/").select(".todo a").eachAttr("href");
  }
}
