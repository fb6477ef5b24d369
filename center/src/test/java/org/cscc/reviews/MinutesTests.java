package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Minutes: what closing a room writes, whom it tells, and what the next review begins with. */
@ReviewsTest
class MinutesTests {
  private static final String WEEKLY = "/reviews/2026-11-15/englewood";
  private static final String ROOM = WEEKLY + "/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired MinutesStore minutes;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private UUID incident = UUID.randomUUID();
  private UUID other = UUID.randomUUID();

  @BeforeEach
  void aReviewThatIsOpen() {
    records.clear();
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
    incident = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    other = records.shooting("2026-11-18T23:10", ENGLEWOOD, true, false);
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
    plan.ahead();
    records.at(LocalDateTime.of(2026, 11, 25, 12, 58));
  }

  @Test
  void closingWritesMinutesOfWhatWasSaidAndTellsTheTableAndTheOwners() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened();
        Visitor member = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood");
        Visitor owner = Visitor.of(liaison, liaison + "-password", port);
        Visitor elsewhere = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "austin")) {
      write(facilitator, "seat", "DSS/DEPARTMENT_LIAISON", "PRESENT", "");
      write(facilitator, "incident", incident.toString(), "REVIEWED", "The lights were out");
      defer(facilitator, other);
      write(facilitator, "note", "promises", "NOTE", "The lamps come on Monday");
      coming(facilitator);
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04");
      write(facilitator, "read-back", "items", "DONE", "");
      assertThat(member.get(WEEKLY + "/minutes").statusCode()).isEqualTo(404);
      assertThat(step(facilitator, "close", Map.of()).statusCode()).isEqualTo(302);
      Document page = member.page(WEEKLY + "/minutes");
      assertThat(page.select("h1").text()).isEqualTo("Minutes of the review of Englewood");
      assertThat(page.text())
          .contains(
              "1 of 9 seats were taken; the quorum is 4",
              "fewer than the quorum",
              "DSS, liaison: here",
              "3 people were harmed in the week, 1 of them killed",
              "The lights were out",
              "to the review of the week of Sun, Nov 22",
              "Vigil: at the corner store",
              "Clear the lot",
              "Fri, Dec 4",
              "Read back at the end",
              "The lamps come on Monday")
          .doesNotContain("??");
      assertThat(member.page("/notices").text())
          .contains("Minutes of Englewood: Wed, Nov 25, 1:00 pm");
      assertThat(owner.page("/notices").text()).contains("1 new item from the review of Englewood");
      assertThat(elsewhere.get(WEEKLY + "/minutes").statusCode()).isEqualTo(403);
      assertThat(member.page(WEEKLY + "/minutes?language=es").text())
          .contains("Acta de la revisión de Englewood")
          .doesNotContain("??", "{0}");
      assertThat(member.get(WEEKLY + "/minutes/1.pdf").body()).startsWith("%PDF-");
      assertThat(member.get(WEEKLY + "/minutes/7").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void rHrit08MinutesKeepNoTensionNoHourNoAgeAndNobodysName() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened();
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port, "englewood");
        Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "englewood")) {
      assertThat(
              outreach
                  .post(
                      ROOM + "/tension",
                      Map.of("area", "68", "block", "6300 S Halsted St", "level", "HIGH"))
                  .statusCode())
          .isEqualTo(302);
      spoken(facilitator);
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04");
      step(facilitator, "close", Map.of());
      String kept = jdbc.sql("select content from reviews.minutes").query(String.class).single();
      assertThat(kept)
          .doesNotContain("HALSTED", "HIGH", "20:00", "AGE_", "25_34", liaison)
          .contains("\"organization\":\"DSS\"");
      assertThat(police.page(WEEKLY + "/minutes").text())
          .contains("Minutes of the review")
          .doesNotContain("HALSTED", "tension:");
    }
  }

  @Test
  void rHrit09WordsThatDoNotPassTheCheckOfTodayHoldTheClosingUp() {
    try (Visitor facilitator = opened()) {
      spoken(facilitator);
      jdbc.sql(
              """
              insert into reviews.entry (meeting, kind, subject, version, value, note, key,
                by_account, by_role, at)
              select id, 'NOTE', 'promises', 1, 'NOTE', 'Call 312-555-0100', gen_random_uuid(),
                'system', 'FACILITATOR', now()
              from reviews.meeting where team = 'englewood' and week = ?
              """)
          .param(WEEK.firstDay())
          .update();
      HttpResponse<String> refused = step(facilitator, "close", Map.of());
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("R-HRIT-09");
      assertThat(count("reviews.minutes")).isZero();
      assertThat(notices("minutes")).isZero();
    }
  }

  @Test
  void minutesThatWereOpenedAgainAreANewRevisionThatSaysWhatChangedAndWhy() {
    try (Visitor facilitator = opened();
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      spoken(facilitator);
      write(facilitator, "note", "promises", "NOTE", "The lamps come on Monday");
      step(facilitator, "close", Map.of());
      int first = notices("minutes");
      assertThat(first).isPositive();
      assertThat(
              step(director, "reopen", Map.of("reason", "A day was written down wrong"))
                  .statusCode())
          .isEqualTo(302);
      Map<String, String> again = fields("note", "promises", "NOTE", "The lamps come on Tuesday");
      again.put("seen", "1");
      assertThat(facilitator.post(ROOM + "/entries/note", again).statusCode()).isEqualTo(302);
      step(facilitator, "close", Map.of());
      Document page = facilitator.page(WEEKLY + "/minutes");
      assertThat(page.text())
          .contains(
              "Revision 2",
              "A day was written down wrong",
              "2 lines changed",
              "Gone: The lamps come on Monday",
              "New: The lamps come on Tuesday");
      assertThat(facilitator.page(WEEKLY + "/minutes/1").text())
          .contains("There is a newer revision", "The lamps come on Monday")
          .doesNotContain("Tuesday");
      assertThat(notices("amended")).isEqualTo(first);
    }
    assertThatThrownBy(() -> jdbc.sql("update reviews.minutes set closed_by = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
  }

  @Test
  void whatChangedInMinutesIsSaidInTheReadersWords() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened();
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      spoken(facilitator);
      step(facilitator, "close", Map.of());
      step(director, "reopen", Map.of("reason", "Some things were left out"));
      write(facilitator, "seat", "DSS/DEPARTMENT_LIAISON", "PRESENT", "");
      Map<String, String> deferral = fields("incident", other.toString(), "DEFERRED", "");
      deferral.put("until", "2026-11-22");
      deferral.put("reason", "FAMILY_ASKED");
      deferral.put("seen", "1");
      assertThat(facilitator.post(ROOM + "/entries/incident", deferral).statusCode())
          .isEqualTo(302);
      coming(facilitator);
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04");
      step(facilitator, "close", Map.of());
      assertThat(facilitator.page(WEEKLY + "/minutes").select(".caution").text())
          .contains(
              "New: DSS, liaison",
              "Gone: Wed, Nov 18",
              ": reviewed",
              "New: Wed, Nov 18",
              ": put off to the review of the week of Sun, Nov 22.",
              "New: Sat, Nov 28, Vigil: at the corner store",
              "New: Clear the lot, DSS, Fri, Dec 4")
          .doesNotContain("DEPARTMENT_LIAISON", "REVIEWED", "DEFERRED", "VIGIL", "2026-");
      assertThat(facilitator.page(WEEKLY + "/minutes?language=es").select(".caution").text())
          .contains("DSS, enlace", "sáb 28 de nov, Vigilia: at the corner store")
          .doesNotContain("DEPARTMENT_LIAISON", "REVIEWED", "VIGIL", "2026-", "Fri,", "??");
    }
  }

  @Test
  void whatStayedOpenIsCarriedOverAndTheNextReviewBeginsWithIt() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    ReviewWeek next = WEEK.next();
    try (Visitor facilitator = opened()) {
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04");
      spoken(facilitator);
      write(facilitator, "note", "blocks", "NOTE", "The corner needs light");
      step(facilitator, "close", Map.of());
      assertThat(count("actions.carried")).as("it is new, so nobody read it out again").isZero();
      records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
      records.feed();
      packets.prepare(access.forSystem(Capability.PREPARE_PACKET), next);
      packets.publish(access.forSystem(Capability.PREPARE_PACKET), next, "englewood");
      records.at(LocalDateTime.of(2026, 12, 2, 13, 0));
      String room = "/reviews/2026-11-22/englewood/room";
      Document before = facilitator.page(room);
      assertThat(before.select("section[aria-labelledby=left]").text())
          .contains("What the review of", "The corner needs light");
      facilitator.post(room + "/start", version(next.firstDay()));
      assertThat(facilitator.post(room + "/close", version(next.firstDay())).statusCode())
          .isEqualTo(302);
      assertThat(count("actions.carried")).isEqualTo(1);
      MinutesContent kept =
          minutes
              .newest(store.of("englewood", next.firstDay()).orElseThrow().id())
              .orElseThrow()
              .content();
      assertThat(kept.open())
          .singleElement()
          .satisfies(
              promise -> {
                assertThat(promise.title()).isEqualTo("Clear the lot");
                assertThat(promise.carried()).isEqualTo(1);
              });
      assertThat(kept.items()).isEmpty();
    }
  }

  @Test
  void whatSomebodyElseSawDoneSinceTheReviewBeforeIsToldAsKept() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened();
        Visitor owner = Visitor.of(liaison, liaison + "-password", port)) {
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04");
      jdbc.sql("update actions.item set origin = 'TEAM', origin_record = null").update();
      String item =
          "/actions/items/"
              + jdbc.sql("select code from actions.item").query(String.class).single();
      owner.post(item + "/accept", Map.of("version", "2"));
      owner.post(item + "/claim", Map.of("version", "3", "workCode", "DSS 1"));
      assertThat(facilitator.post(item + "/verify", Map.of("version", "4")).statusCode())
          .isEqualTo(302);
      spoken(facilitator);
      step(facilitator, "close", Map.of());
      MinutesContent kept =
          minutes
              .newest(store.of("englewood", WEEK.firstDay()).orElseThrow().id())
              .orElseThrow()
              .content();
      assertThat(kept.kept())
          .singleElement()
          .satisfies(promise -> assertThat(promise.title()).isEqualTo("Clear the lot"));
      assertThat(kept.open()).isEmpty();
    }
  }

  private int notices(String kind) {
    return jdbc.sql(
            "select count(*) from notices.notice where kind = ? and once like 'minutes ' || ? || '%'")
        .params(
            "reviews.notice." + kind,
            store.of("englewood", WEEK.firstDay()).orElseThrow().id().toString())
        .query(Integer.class)
        .single();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private Visitor opened() {
    Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
    assertThat(step(facilitator, "start", Map.of()).statusCode()).isEqualTo(302);
    return facilitator;
  }

  private void spoken(Visitor facilitator) {
    for (UUID one : List.of(incident, other)) {
      write(facilitator, "incident", one.toString(), "REVIEWED", "");
    }
  }

  private void defer(Visitor facilitator, UUID one) {
    Map<String, String> deferral = fields("incident", one.toString(), "DEFERRED", "");
    deferral.put("until", "2026-11-22");
    deferral.put("reason", "FAMILY_ASKED");
    assertThat(facilitator.post(ROOM + "/entries/incident", deferral).statusCode()).isEqualTo(302);
  }

  private void coming(Visitor facilitator) {
    Map<String, String> wish = fields("look-ahead", "", "VIGIL", "at the corner store");
    wish.put("until", "2026-11-28");
    assertThat(facilitator.post(ROOM + "/entries/look-ahead", wish).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> step(Visitor visitor, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putAll(version(WEEK.firstDay()));
    return visitor.post(ROOM + "/" + move, all);
  }

  private Map<String, String> version(LocalDate week) {
    return Map.of("version", Integer.toString(store.of("englewood", week).orElseThrow().version()));
  }

  private static void write(
      Visitor visitor, String kind, String subject, String value, String note) {
    assertThat(
            visitor
                .post(ROOM + "/entries/" + kind, fields(kind, subject, value, note))
                .statusCode())
        .isEqualTo(302);
  }

  private static Map<String, String> fields(
      String kind, String subject, String value, String note) {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("subject", subject);
    fields.put("seen", "0");
    fields.put("value", value);
    fields.put("note", note);
    if (kind.equals("block")) {
      fields.put("reason", "TEAM_SAW_IT");
    }
    return fields;
  }

  private static void capture(Visitor visitor, String title, String owner, String due) {
    Map<String, String> item = new HashMap<>();
    item.put("key", UUID.randomUUID().toString());
    item.put("title", title);
    item.put("owner", owner);
    item.put("due", due);
    item.put("place", "/68");
    item.put("verb", "CLEAN");
    assertThat(visitor.post(ROOM + "/items", item).statusCode()).isEqualTo(302);
  }

  private String account(Role role, String organization) {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, "Somebody", role, Seats.in(organization, Set.of("englewood")), name + "-password");
    return name;
  }
}
