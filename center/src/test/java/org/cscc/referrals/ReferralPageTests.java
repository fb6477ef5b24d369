package org.cscc.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Referrals over real HTTP, by the forms that stand on the pages. */
@CenterTest
@Import(Statements.class)
class ReferralPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Acknowledgements acknowledgements;
  @Autowired Agreements agreements;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Rows rows;

  @BeforeEach
  void empty() {
    rows = new Rows(jdbc, clock);
    rows.clear();
  }

  @AfterEach
  void nobody() {
    jdbc.sql("delete from incidents.incident where ref like 'referral-%'").update();
    Crowd.beNobody();
  }

  @Test
  void aNeedGoesFromTheOfferToTheEndWithoutAWordAboutAnybody() {
    Crowd crowd = crowd();
    try (Visitor advocate = crowd.visitor(port, Role.ADVOCATE, "DFSS");
        Visitor stranger = crowd.visitor(port, Role.OUTREACH, "CPL");
        Visitor representative = crowd.visitor(port, Role.REPRESENTATIVE, "MOCS", "austin")) {
      String one = offer(representative, "DFSS");
      assertThat(representative.page(one).text())
          .contains("housing", "food", "Austin", "offered")
          .doesNotContain("??");
      assertThat(representative.page(one).select("form[action*=/referrals/]")).isEmpty();
      assertThat(stranger.get(one).statusCode()).isEqualTo(404);
      assertThat(stranger.page("/referrals").text()).doesNotContain(token(one));
      assertThat(advocate.page("/notices").text())
          .contains("A referral waits for your answer")
          .doesNotContain("Austin", "housing");
      assertThat(advocate.page("/referrals").select("h1").text())
          .isEqualTo("1 referral is with you, 1 waiting for your yes or no");
      assertThat(advocate.page("/").text()).contains("1 referral waits for your yes or no");
      send(advocate, advocate.page(one), "accept", Map.of());
      assertThat(representative.page("/notices").text()).contains("A referral was accepted");
      send(advocate, advocate.page(one), "contact", Map.of());
      send(advocate, advocate.page(one), "start", Map.of());
      assertThat(advocate.page(one).select("select[name=outcome] option")).hasSize(5);
      send(advocate, advocate.page(one), "close", Map.of("outcome", "GOAL_MET"));
      Document over = representative.page(one);
      assertThat(over.text()).contains("closed", "what was asked for was given");
      assertThat(over.select("#history + ol li")).hasSize(5);
      HttpResponse<String> late = advocate.post(one + "/accept", Map.of("version", "5"));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("R-REFER-02");
    }
  }

  @Test
  void aDeclinedOneIsOfferedToAnotherOrganizationFromItsPage() {
    Crowd crowd = crowd();
    try (Visitor advocate = crowd.visitor(port, Role.ADVOCATE, "DFSS");
        Visitor library = crowd.visitor(port, Role.DEPARTMENT_LIAISON, "CPL");
        Visitor outreach = crowd.visitor(port, Role.OUTREACH, "CDPH")) {
      String one = offer(outreach, "DFSS");
      send(advocate, advocate.page(one), "decline", Map.of("why", "FULL"));
      assertThat(outreach.page("/").text()).contains("1 referral was declined");
      assertThat(outreach.page(one).select("#history + ol").text())
          .as("who works for the other organization is not told")
          .contains("DFSS,")
          .containsPattern("r-\\S+ \\(CDPH\\)")
          .doesNotContain("(DFSS)");
      assertThat(advocate.page(one).select("#history + ol").text())
          .contains("CDPH,")
          .containsPattern("r-\\S+ \\(DFSS\\)")
          .doesNotContain("(CDPH)");
      assertThat(advocate.page(one).select("a[href*=again]")).isEmpty();
      Document form = outreach.page(outreach.page(one).expectFirst("a[href*=again]").attr("href"));
      assertThat(form.select("input[value=DFSS]")).as("it has said no").isEmpty();
      Map<String, String> fields = new HashMap<>();
      fields.put("again", token(one));
      fields.put("key", form.expectFirst("input[name=key]").val());
      fields.put("organization", "CPL");
      HttpResponse<String> made = outreach.post("/referrals/new", fields);
      assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
      String second = made.headers().firstValue("Location").orElseThrow();
      assertThat(outreach.post("/referrals/new", fields).statusCode())
          .as("offered once more only")
          .isEqualTo(409);
      assertThat(library.page(second).text()).contains("housing");
      assertThat(library.get(one).statusCode()).as("of the first one").isEqualTo(404);
      assertThat(outreach.page(one).text()).contains("Offered again as", token(second));
    }
  }

  @Test
  void fromThePageOfAnIncidentAReferralCountsInItsArea() {
    Crowd crowd = crowd();
    crowd.add(Role.ADVOCATE, "DFSS");
    UUID here = incident(25);
    UUID elsewhere = incident(68);
    try (Visitor representative = crowd.visitor(port, Role.REPRESENTATIVE, "MOCS", "austin")) {
      String link =
          representative
              .page("/incidents/" + here)
              .expectFirst("a[href^=/referrals/new]")
              .attr("href");
      Document form = representative.page(link + "&need=COUNSELING");
      assertThat(form.text()).contains("It follows the incident on 045XX W MADISON ST");
      assertThat(form.select("select[name=area]")).as("the incident says where").isEmpty();
      Map<String, String> fields = new HashMap<>();
      form.expectFirst("form[method=post]:has(input[name=organization])")
          .select("input[type=hidden]")
          .forEach(input -> fields.put(input.attr("name"), input.val()));
      fields.put("organization", "DFSS");
      fields.put("area", "68");
      HttpResponse<String> made = representative.post("/referrals/new", fields);
      assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
      assertThat(jdbc.sql("select area from referrals.referral").query(Integer.class).single())
          .isEqualTo(25);
      fields.put("incident", elsewhere.toString());
      fields.put("key", UUID.randomUUID().toString());
      HttpResponse<String> outside = representative.post("/referrals/new", fields);
      assertThat(outside.statusCode()).isEqualTo(422);
      assertThat(outside.body()).contains("R-REFER-05");
    }
  }

  private UUID incident(int area) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, occurred_on, area,
               area_stated, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            values (:id, :ref, now(), now(), now(), current_date, :area, :area, false, true,
                    true, 'NONFATAL_SHOOTING', 'MINUTE', 'COUNTED', 'STREET',
                    '045XX W MADISON ST', :id)
            """)
        .param("id", id)
        .param("ref", "referral-" + id)
        .param("area", area)
        .update();
    return id;
  }

  @Test
  void pagesTakeAFixedNumberOfStatementsAndAreThereInSpanish() {
    Crowd crowd = crowd();
    rows.fill(25, ReferralState.OFFERED, 2);
    String token =
        jdbc.sql("select token from referrals.referral limit 1").query(String.class).single();
    try (Visitor advocate = crowd.visitor(port, Role.ADVOCATE, "DFSS");
        Visitor facilitator = crowd.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      advocate.page("/referrals");
      facilitator.page("/referrals/counts");
      int few = Statements.during(() -> advocate.page("/referrals"));
      int counted = Statements.during(() -> facilitator.page("/referrals/counts"));
      for (ReferralState state : ReferralState.values()) {
        rows.fill(68, state, 15);
      }
      assertThat(Statements.during(() -> advocate.page("/referrals"))).isEqualTo(few);
      assertThat(Statements.during(() -> facilitator.page("/referrals/counts"))).isEqualTo(counted);
      for (String path :
          List.of(
              "/referrals?language=es",
              "/referrals/" + token + "?language=es",
              "/referrals/new?language=es",
              "/referrals/new?need=HOUSING&area=25&speaks=es&language=es")) {
        assertThat(advocate.page(path).text()).as(path).doesNotContain("??", "{0}");
      }
      assertThat(facilitator.page("/referrals/counts?language=es").text())
          .contains("no se dice")
          .doesNotContain("??", "{0}");
    }
  }

  @Test
  void theFormSuggestsWhoHasAServiceThatFitsAndMarksWhatIsOld() {
    Crowd crowd = crowd();
    jdbc.sql("delete from directory.service where name like 'Beds %'").update();
    service("Beds now", "DFSS", 10);
    service("Beds long ago", "CDPH", 400);
    try (Visitor outreach = crowd.visitor(port, Role.OUTREACH, "CDPH");
        Visitor advocate = crowd.visitor(port, Role.ADVOCATE, "DFSS")) {
      assertThat(advocate.page("/referrals/new").select("input[name=organization]")).isEmpty();
      Document form = outreach.page("/referrals/new?need=HOUSING&area=25&speaks=es");
      assertThat(form.select("input[name=organization]").eachAttr("value").subList(0, 2))
          .containsExactly("DFSS", "CDPH");
      assertThat(form.text())
          .contains("Beds now: not known whether there is a place", "not in that language")
          .contains("nobody has asked for 180 days");
      assertThat(
              outreach
                  .page("/referrals/new?need=FOOD&need=WORK&need=YOUTH&need=OTHER&area=25")
                  .text())
          .contains("Choose one, two or three");
    }
    jdbc.sql("delete from directory.service where name like 'Beds %'").update();
  }

  private void service(String name, String organization, int days) {
    jdbc.sql(
            """
            insert into directory.service
              (id, organization, name, need, description, eligibility, languages, funding, phone,
               email, website, active, assured_on, version)
            values (gen_random_uuid(), ?, ?, 'HOUSING', '', '', array['en'], '', '312-555-0100', '',
              '', true, current_date - cast(? as int), 1)
            """)
        .params(organization, name, days)
        .update();
    jdbc.sql(
            """
            insert into directory.location (id, organization, name, address, city, postal_code, secret)
            select gen_random_uuid(), ?, ?, '', '', '', true
            """)
        .params(organization, name + " place")
        .update();
    jdbc.sql(
            """
            insert into directory.offer (id, service, location, areas, capacity)
            select gen_random_uuid(), s.id, l.id, array[]::int[], 'UNKNOWN'
            from directory.service s, directory.location l where s.name = ? and l.name = ?
            """)
        .params(name, name + " place")
        .update();
  }

  /** Offers by the form; the address of the referral. */
  private static String offer(Visitor visitor, String organization) {
    Document form = visitor.page("/referrals/new?need=HOUSING&need=FOOD&area=25");
    Element last = form.expectFirst("form[method=post]:has(input[name=organization])");
    StringBuilder needs = new StringBuilder();
    last.select("input[name=need]")
        .forEach(one -> needs.append(needs.isEmpty() ? "" : ",").append(one.val()));
    HttpResponse<String> made =
        visitor.post(
            "/referrals/new",
            Map.of(
                "key", last.expectFirst("input[name=key]").val(),
                "need", needs.toString(),
                "area", last.expectFirst("input[name=area]").val(),
                "organization", organization));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static String token(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private Crowd crowd() {
    return new Crowd(accounts, acknowledgements, agreements);
  }
}
