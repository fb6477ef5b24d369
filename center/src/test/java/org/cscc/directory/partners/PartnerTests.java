package org.cscc.directory.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.WallClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class PartnerTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Services services;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource source;

  @AfterEach
  void empty() {
    for (String table :
        new String[] {"service", "location", "liaison", "on_call", "committee_seat"}) {
      jdbc.sql("delete from directory." + table).update();
    }
  }

  static Map<String, String> form(String name) {
    Map<String, String> form = new HashMap<>();
    form.put("name", name);
    form.put("need", "HOUSING");
    form.put("languages", "en, es");
    form.put("phone", "312-555-0199");
    form.put("active", "true");
    form.put("version", "0");
    form.put("place-0", "Front door");
    form.put("address-0", "100 W Made-up St");
    form.put("areas-0", "Austin, 67");
    form.put("capacity-0", "OPEN");
    form.put("hours-0", "MO-FR 09:00-17:00");
    return form;
  }

  private static String added(Visitor visitor, String organization, String name) {
    Map<String, String> form = form(name);
    form.put("organization", organization);
    HttpResponse<String> answer = visitor.post("/directory/services/new", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String address = answer.headers().firstValue("location").orElseThrow();
    return address.substring(address.indexOf("/directory"));
  }

  @Test
  void aServiceIsFoundByNeedAreaAndLanguage() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port)) {
      added(analyst, "DFSS", "Thirty days of shelter");
      assertThat(names(outreach, "need=HOUSING&area=25&spoken=es"))
          .isEqualTo("Thirty days of shelter");
      assertThat(names(outreach, "need=FOOD")).isEmpty();
      assertThat(names(outreach, "area=68")).isEmpty();
      assertThat(names(outreach, "spoken=pl")).isEmpty();
      assertThat(outreach.page("/directory/services").text())
          .contains("Austin, West Englewood", "Mon to Fri 9:00 am to 5:00 pm", "open");
    }
  }

  private static String names(Visitor visitor, String query) {
    return visitor.page("/directory/services?" + query).select("tbody th a").text();
  }

  @Test
  void anEntryNobodyAskedAboutFor180DaysIsGreyUntilSomebodyAsks() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String address = added(analyst, "DFSS", "Old entry");
      jdbc.sql("update directory.service set assured_on = assured_on - 180").update();
      assertThat(analyst.page("/directory/services").select("tr.stale")).isEmpty();
      jdbc.sql("update directory.service set assured_on = assured_on - 1").update();
      assertThat(analyst.page("/directory/services").select("tr.stale").text())
          .contains("May no longer be so");
      assertThat(analyst.post(address + "/assure", Map.of()).statusCode()).isEqualTo(302);
      assertThat(analyst.page("/directory/services").select("tr.stale")).isEmpty();
    }
  }

  @Test
  void aLiaisonKeepsTheEntriesOfTheOwnOrganizationOnly() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port)) {
      String own = "MOCS"; // where a visitor sits
      String foreign = "DFSS";
      String address = added(analyst, foreign, "Not theirs");
      added(liaison, own, "Theirs");
      HttpResponse<String> answer = liaison.post(address + "/change", form("Hijacked"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("R-DIRECTORY-03");
      assertThat(liaison.post(address + "/assure", Map.of()).statusCode()).isEqualTo(403);
      Map<String, String> form = form("Smuggled");
      form.put("organization", foreign);
      assertThat(liaison.post("/directory/services/new", form).statusCode()).isEqualTo(403);
      assertThat(
              liaison
                  .post(
                      "/directory/partners/" + foreign + "/liaisons",
                      Map.of("name", "Somebody", "part", "DEPUTY"))
                  .statusCode())
          .isEqualTo(403);
      assertThat(services.of(foreign)).extracting(Service::name).containsExactly("Not theirs");
    }
  }

  @Test
  void idsOfPlacesInAFormAreNotBelieved() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      added(analyst, "DFSS", "First");
      Offer offer = services.of("DFSS").getFirst().offers().getFirst();
      Map<String, String> form = form("Second");
      form.put("organization", "CPL");
      form.put("offer-0", offer.id().toString());
      form.put("place-0", "Taken over");
      assertThat(analyst.post("/directory/services/new", form).statusCode()).isEqualTo(302);
      assertThat(services.of("DFSS").getFirst().offers().getFirst()).isEqualTo(offer);
      assertThat(services.of("CPL").getFirst().offers().getFirst().id()).isNotEqualTo(offer.id());
    }
  }

  @Test
  void aSecretAddressIsRefusedAndNotKept() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      Map<String, String> form = form("Shelter");
      form.put("organization", "DFSS");
      form.put("secret-0", "true");
      HttpResponse<String> answer = analyst.post("/directory/services/new", form);
      assertThat(answer.statusCode()).isEqualTo(422);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select(".refusal a").attr("href")).isEqualTo("#address-0");
      assertThat(page.select("#name").val()).isEqualTo("Shelter");
      form.put("address-0", "");
      assertThat(analyst.post("/directory/services/new", form).statusCode()).isEqualTo(302);
      assertThat(services.of("DFSS").getFirst().offers().getFirst().location().secret()).isTrue();
    }
  }

  @Test
  void aLateSaveOfAServiceLosesNeither() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String address = added(analyst, "DFSS", "One");
      Map<String, String> faster = form("Faster");
      faster.put("version", "1");
      Map<String, String> later = form("Later");
      later.put("version", "1");
      assertThat(analyst.post(address + "/change", faster).statusCode()).isEqualTo(302);
      HttpResponse<String> late = analyst.post(address + "/change", later);
      assertThat(late.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(late.body());
      assertThat(page.select(".caution").text()).contains("Faster");
      assertThat(page.select("#name").val()).isEqualTo("Later");
      assertThat(page.select("input[name=version]").val()).isEqualTo("2");
    }
  }

  @Test
  void ofTwoSavesAtTheSameMomentOneIsToldOfTheOther() throws Exception {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor other = Visitor.as(Role.ANALYST, accounts, port);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Connection held = source.getConnection()) {
      String address = added(analyst, "DFSS", "One");
      other.page(address);
      held.setAutoCommit(false);
      // Both have read the first version before either of them can store anything.
      held.createStatement().execute("select from directory.service for update");
      List<Future<Integer>> answers = new ArrayList<>();
      try {
        for (Visitor visitor : List.of(analyst, other)) {
          Map<String, String> form = form(visitor == analyst ? "Hers" : "His");
          form.put("version", "1");
          answers.add(hands.submit(() -> visitor.post(address + "/change", form).statusCode()));
        }
        for (int i = 0; i < 200 && waiting() < 2; i++) {
          Thread.sleep(50);
        }
        assertThat(waiting()).isEqualTo(2);
      } finally {
        held.rollback();
        held.setAutoCommit(true);
      }
      List<Integer> told = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        told.add(answer.get(20, TimeUnit.SECONDS));
      }
      assertThat(told).containsExactlyInAnyOrder(302, 409);
      assertThat(services.of("DFSS")).singleElement().extracting(Service::version).isEqualTo(2);
    }
  }

  private int waiting() {
    return jdbc.sql(
            "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .query(Integer.class)
        .single();
  }

  @Test
  void twoFirstOnesAtTheSameTimeAreRefusedAndABackUpIsNot() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port)) {
      Map<String, String> turn = new HashMap<>();
      turn.put("duty", "OUTREACH");
      turn.put("area", "25");
      turn.put("organization", "CDPH");
      turn.put("phone", "312-555-0120");
      turn.put("name", "Ann Example");
      LocalDate day = WallClock.dayOf(clock.instant());
      turn.put("from", day.minusDays(1) + "T08:00");
      turn.put("until", day.plusDays(2) + "T08:00");
      assertThat(facilitator.page("/directory/on-call").select("h1").text()).contains("nobody");
      assertThat(facilitator.post("/directory/on-call", turn).statusCode()).isEqualTo(302);
      HttpResponse<String> second = facilitator.post("/directory/on-call", turn);
      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(second.body()).contains("R-DIRECTORY-05", "CDPH");
      turn.put("backUp", "true");
      assertThat(facilitator.post("/directory/on-call", turn).statusCode()).isEqualTo(302);
      turn.put("from", day.plusDays(5) + "T08:00");
      turn.put("until", day.plusDays(4) + "T08:00");
      assertThat(facilitator.post("/directory/on-call", turn).statusCode()).isEqualTo(422);
      Document page = facilitator.page("/directory/on-call");
      String austin =
          page.select("table").getFirst().select("tr").stream()
              .map(row -> row.text())
              .filter(row -> row.startsWith("Austin Street outreach"))
              .findFirst()
              .orElseThrow();
      assertThat(austin).contains("312-555-0120 CDPH").doesNotContain("nobody");
      assertThat(austin).contains("Ann Example");
      for (Role role : List.of(Role.POLICE_LIAISON, Role.OUTREACH, Role.DEPARTMENT_LIAISON)) {
        try (Visitor other = Visitor.as(role, accounts, port)) {
          assertThat(other.page("/directory/on-call").text())
              .as("who works for another organization is not told")
              .contains("312-555-0120")
              .doesNotContain("Ann Example");
        }
      }
      String end = page.select("form[action$=/end]").getFirst().attr("action");
      assertThat(facilitator.post(end, Map.of()).statusCode()).isEqualTo(302);
      assertThat(facilitator.page("/directory/on-call").select("form[action$=/end]")).hasSize(1);
    }
  }

  @Test
  void liaisonsAndSeatsOfTheCommitteeComeAndGoAndStayReadableAsChanges() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port)) {
      String partner = "/directory/partners/DSS";
      analyst.post(partner + "/liaisons", Map.of("name", "Ann Example", "part", "DEPUTY"));
      Document page = analyst.page(partner);
      assertThat(page.select("tbody tr").text()).contains("Ann Example", "Deputy");
      assertThat(outreach.page(partner).select("form[action*=liaisons]")).isEmpty();
      analyst.post(page.select("form[action$=/end]").attr("action"), Map.of());
      assertThat(analyst.page(partner).text()).doesNotContain("Ann Example");

      analyst.post(
          "/directory/committee", Map.of("name", "Ann Example", "standsFor", "Faith leaders"));
      assertThat(outreach.page("/directory/committee").text())
          .contains("1 person sits", "Faith leaders");
      assertThat(
              outreach
                  .post("/directory/committee", Map.of("name", "Me", "standsFor", "Myself"))
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              jdbc.sql(
                      "select count(*) from directory.change"
                          + " where what in ('LIAISON', 'COMMITTEE_SEAT')")
                  .query(Integer.class)
                  .single())
          .isGreaterThanOrEqualTo(3);
    }
  }
}
