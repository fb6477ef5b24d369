package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Forms;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room of a review by the forms that stand on its page, without a script. */
@ReviewsTest
class RoomTests {
  private static final String ROOM = "/reviews/2026-11-15/englewood/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
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
  void aReviewRunsFromItsOpeningToItsClosing() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened()) {
      assertThat(write(facilitator, "seat", "DSS/DEPARTMENT_LIAISON", "PRESENT", ""))
          .isEqualTo(302);
      assertThat(facilitator.page(ROOM).text()).contains("1 of 9 seats are taken; the quorum is 4");
      assertThat(
              write(
                  facilitator, "incident", incident.toString(), "REVIEWED", "The lights were out"))
          .isEqualTo(302);
      HttpResponse<String> early = step(facilitator, "close");
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-HRIT-03", "1 incident has no word yet");
      Map<String, String> deferral = fields("incident", other.toString(), "DEFERRED", "");
      deferral.put("until", "2026-11-22");
      deferral.put("reason", "FAMILY_ASKED");
      assertThat(facilitator.post(ROOM + "/entries/incident", deferral).statusCode())
          .isEqualTo(302);
      assertThat(facilitator.page("/reviews/2026-11-15/englewood").text())
          .contains("put off to the review of the week of Sun, Nov 22: the family asked to wait");
      assertThat(capture(facilitator, "Light the alley", "", "")).isEqualTo(302);
      HttpResponse<String> unowned = step(facilitator, "close");
      assertThat(unowned.statusCode()).isEqualTo(409);
      assertThat(unowned.body()).contains("R-HRIT-04");
      String code = jdbc.sql("select code from actions.item").query(String.class).single();
      assertThat(
              facilitator
                  .post(
                      "/actions/items/" + code + "/assign",
                      Map.of("version", "1", "owner", "DSS/" + liaison))
                  .statusCode())
          .isEqualTo(302);
      assertThat(capture(facilitator, "Clear the lot", "DSS/" + liaison, "2026-12-04"))
          .isEqualTo(302);
      Document room = facilitator.page(ROOM);
      assertThat(room.select("#read-back").text()).isEqualTo("2 new items");
      assertThat(room.text()).contains("Fri, Dec 4, 5:00 pm", "The lights were out");
      assertThat(write(facilitator, "read-back", "items", "DONE", "")).isEqualTo(302);
      assertThat(step(facilitator, "close").statusCode()).isEqualTo(302);
      assertThat(facilitator.page(ROOM).select("h1").text()).endsWith("is closed");
      assertThat(facilitator.page(ROOM).select("form[action*=/entries/]")).isEmpty();
      HttpResponse<String> over =
          facilitator.post(ROOM + "/entries/note", fields("note", "promises", "NOTE", "Late"));
      assertThat(over.statusCode()).isEqualTo(409);
      assertThat(over.body()).contains("R-MEET-02");
    }
  }

  @Test
  void twoPeopleWhoWriteAtOnceAreShownBothAndLoseNothing() {
    try (Visitor one = opened();
        Visitor two = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      one.page(ROOM);
      two.page(ROOM);
      assertThat(write(one, "note", "promises", "NOTE", "The lamps come on Monday")).isEqualTo(302);
      Map<String, String> sent = fields("note", "promises", "NOTE", "The lot is cleared");
      HttpResponse<String> late = two.post(ROOM + "/entries/note", sent);
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("The lamps come on Monday", "The lot is cleared");
      Element form =
          org.jsoup.Jsoup.parse(late.body()).select("form:has(#conflict-note)").getFirst();
      Map<String, String> both = new HashMap<>();
      form.select("input[type=hidden]").forEach(i -> both.put(i.attr("name"), i.attr("value")));
      both.remove("_csrf");
      assertThat(both)
          .as("what was not taken and what is written instead are one wish")
          .containsEntry("key", sent.get("key"));
      both.put("note", "The lamps come on Monday; the lot is cleared");
      assertThat(two.post(ROOM + "/entries/note", both).statusCode()).isEqualTo(302);
      assertThat(two.page(ROOM).select("#room").attr("data-written"))
          .as("the script keeps none of it any more")
          .isEqualTo(sent.get("key"));
      assertThat(two.page(ROOM).select("#room").hasAttr("data-written")).isFalse();
      assertThat(one.page(ROOM).select(".said").text())
          .contains("The lamps come on Monday; the lot is cleared");
      assertThat(
              jdbc.sql("select count(*) from reviews.entry where kind = 'NOTE'")
                  .query(Integer.class)
                  .single())
          .as("what was written over is kept")
          .isEqualTo(2);
    }
  }

  @Test
  void aFormThatArrivesTwiceIsWrittenOnceAndTheScriptIsAnsweredShortly() {
    try (Visitor facilitator = opened()) {
      Map<String, String> form = fields("incident", incident.toString(), "REVIEWED", "");
      assertThat(facilitator.post(ROOM + "/entries/incident", form).statusCode()).isEqualTo(302);
      assertThat(facilitator.post(ROOM + "/entries/incident", form).statusCode()).isEqualTo(302);
      assertThat(jdbc.sql("select count(*) from reviews.entry").query(Integer.class).single())
          .isEqualTo(1);
      Map<String, String> item = new HashMap<>();
      item.put("key", UUID.randomUUID().toString());
      item.put("title", "Light the alley");
      facilitator.post(ROOM + "/items", item);
      facilitator.post(ROOM + "/items", item);
      assertThat(jdbc.sql("select count(*) from actions.item").query(Integer.class).single())
          .isEqualTo(1);
    }
  }

  @Test
  void g9AWordThatPointsAtAPersonIsNotSavedAndAnotherIsOffered() {
    try (Visitor facilitator = opened()) {
      HttpResponse<String> refused =
          facilitator.post(
              ROOM + "/entries/note",
              fields("note", "incidents", "NOTE", "they say it was Lil J from the 600 block"));
      assertThat(refused.statusCode()).isEqualTo(422);
      Document page = org.jsoup.Jsoup.parse(refused.body());
      assertThat(page.text()).contains("R-HRIT-09");
      assertThat(page.select("#offered").text())
          .isEqualTo("community reports an ongoing dispute affecting the 600 block");
      assertThat(jdbc.sql("select count(*) from reviews.entry").query(Integer.class).single())
          .isZero();
    }
  }

  @Test
  void g10TensionOfABlockIsHiddenFromThePoliceLiaisonAndIsOverAfterThreeDays() {
    String block = "/reviews/2026-11-15/englewood/room/tension";
    try (Visitor facilitator = opened();
        Visitor outreach = Visitor.as(Role.OUTREACH, accounts, port, "englewood");
        Visitor police = Visitor.as(Role.POLICE_LIAISON, accounts, port, "englewood")) {
      Map<String, String> said = new HashMap<>();
      said.put("area", "68");
      said.put("block", "6300 S Halsted St");
      said.put("level", "HIGH");
      assertThat(outreach.post(block, said).statusCode()).isEqualTo(302);
      assertThat(police.post(block, said).statusCode()).isEqualTo(403);
      Element folded = facilitator.page(ROOM).select("details:has(li)#tension").getFirst();
      assertThat(folded.text()).contains("063XX S HALSTED ST", "high tension");
      assertThat(folded.hasAttr("open")).as("the wall shows nothing of it").isFalse();
      assertThat(folded.hasClass("no-print")).isTrue();
      assertThat(folded.select("summary").text())
          .contains("1 remark about a block")
          .doesNotContain("HALSTED", "tension");
      Document wall = facilitator.page(ROOM);
      wall.select("details").remove();
      assertThat(wall.text()).doesNotContain("HALSTED");
      facilitator.post("/access/screen", Map.of("on", "true", "back", ROOM));
      assertThat(facilitator.get(ROOM).body()).doesNotContain("HALSTED");
      facilitator.post("/access/screen", Map.of("on", "false", "back", ROOM));
      assertThat(police.page(ROOM).text()).doesNotContain("HALSTED").doesNotContain("tension");
      records.at(LocalDateTime.of(2026, 11, 28, 13, 5));
      assertThat(facilitator.page(ROOM).text()).doesNotContain("HALSTED");
    }
  }

  @Test
  void onlyWhoLeadsTheTeamWritesAndMembersRead() {
    try (Visitor facilitator = opened();
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood");
        Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      Map<String, String> form = fields("note", "promises", "NOTE", "Words");
      assertThat(liaison.post(ROOM + "/entries/note", form).statusCode()).isEqualTo(403);
      assertThat(elsewhere.post(ROOM + "/entries/note", form).statusCode()).isEqualTo(403);
      assertThat(liaison.page(ROOM).select("form[action*=/entries/]")).isEmpty();
      assertThat(elsewhere.get(ROOM).statusCode()).isEqualTo(403);
      for (String[] wrong :
          new String[][] {
            {"incident", UUID.randomUUID().toString(), "REVIEWED"},
            {"seat", "XYZ/FACILITATOR", "PRESENT"},
            {"block", "999999", "CONFIRMED"},
            {"note", "elsewhere", "NOTE"},
            {"incident", incident.toString(), "SOLVED"}
          }) {
        HttpResponse<String> refused =
            facilitator.post(
                ROOM + "/entries/" + wrong[0], fields(wrong[0], wrong[1], wrong[2], ""));
        assertThat(refused.statusCode()).as(String.join(" ", wrong)).isEqualTo(422);
        assertThat(refused.body()).contains("R-MEET-09");
      }
    }
  }

  @Test
  void theRoomTakesAFixedNumberOfStatementsHoweverMuchIsInIt() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened()) {
      facilitator.page(ROOM);
      int empty = Statements.during(() -> facilitator.page(ROOM));
      for (int i = 0; i < 12; i++) {
        capture(facilitator, "Light the alley " + i, "DSS/" + liaison, "");
      }
      write(facilitator, "incident", incident.toString(), "REVIEWED", "Words");
      write(facilitator, "note", "promises", "NOTE", "Words");
      for (int told = 0; told < 14; told++) {
        facilitator.page(ROOM); // what was just written is told once, to the next page each time
      }
      int full = Statements.during(() -> facilitator.page(ROOM));
      System.out.println("measured: statements of the room's page: " + full);
      assertThat(full).isEqualTo(empty);
    }
  }

  @Test
  void whatIsComingFitsTheDaysThatAreShownAndALaterReviewTakesItOff() {
    UUID vigil = UUID.randomUUID();
    try (Visitor facilitator = opened()) {
      for (String slip : new String[] {"2062-11-28", "2026-12-10", "2026-11-24"}) {
        HttpResponse<String> refused = ahead(facilitator, UUID.randomUUID(), "VIGIL", slip);
        assertThat(refused.statusCode()).as(slip).isEqualTo(422);
        assertThat(refused.body()).contains("R-MEET-09", "look at the day and the year");
      }
      assertThat(ahead(facilitator, UUID.randomUUID(), "VIGIL", "2026-12-09").statusCode())
          .isEqualTo(302);
      assertThat(facilitator.page(ROOM).text()).contains("Wed, Dec 9 Vigil");
      // An earlier review of the team wrote this down.
      jdbc.sql(
              """
              insert into reviews.entry (meeting, kind, subject, version, value, detail, note, key,
                by_account, by_role, at)
              select id, 'LOOK_AHEAD', ?, 1, 'FUNERAL', '2026-11-28', '', gen_random_uuid(),
                'system', 'FACILITATOR', timestamptz '2026-11-18 19:00Z'
              from reviews.meeting where team = 'englewood' and week <> ? order by week limit 1
              """)
          .params(vigil.toString(), WEEK.firstDay())
          .update();
      Document room = facilitator.page(ROOM);
      assertThat(room.text()).contains("Sat, Nov 28 Funeral");
      Element off =
          room.expectFirst("form[action$=/entries/look-ahead]:has([value=" + vigil + "])");
      assertThat(off.select("[name=seen]").val()).isEqualTo("0");
      assertThat(ahead(facilitator, vigil, "TAKEN_OFF", "2026-11-28").statusCode()).isEqualTo(302);
      assertThat(facilitator.page(ROOM).text()).doesNotContain("Sat, Nov 28 Funeral");
    }
  }

  @Test
  void whatIsCapturedAfterTheReadingBackHasToBeReadBack() {
    String liaison = account(Role.DEPARTMENT_LIAISON, "DSS");
    try (Visitor facilitator = opened()) {
      capture(facilitator, "Clear the lot", "DSS/" + liaison, "");
      assertThat(readBack(facilitator)).isEqualTo(302);
      assertThat(facilitator.page(ROOM).select("form[action$=/read-back]")).isEmpty();
      records.at(LocalDateTime.of(2026, 11, 25, 13, 50));
      capture(facilitator, "Light the alley", "DSS/" + liaison, "");
      assertThat(facilitator.page(ROOM).select("form[action$=/read-back]")).hasSize(1);
      assertThat(readBack(facilitator)).isEqualTo(302);
      assertThat(facilitator.page(ROOM).select("form[action$=/read-back]")).isEmpty();
    }
  }

  @Test
  void whatIsCapturedInSecondsCountsForThePillarOfItsVerb() {
    try (Visitor facilitator = opened()) {
      for (String verb : List.of("LIGHT", "MEDIATION_REQUEST", "SCHOOL_NOTIFY", "POLICY_ISSUE")) {
        Map<String, String> item =
            Map.of(
                "key", UUID.randomUUID().toString(), "title", verb, "verb", verb, "place", "/68");
        assertThat(facilitator.post(ROOM + "/items", item).statusCode()).isEqualTo(302);
      }
      assertThat(
              jdbc.sql("select title || ' ' || pillar from actions.item order by 1")
                  .query(String.class)
                  .list())
          .containsExactly(
              "LIGHT COMMUNITY_REVITALIZATION",
              "MEDIATION_REQUEST INDIVIDUALS_AT_RISK",
              "POLICY_ISSUE SYSTEMIC_TRANSFORMATION",
              "SCHOOL_NOTIFY CRISIS_RESPONSE");
    }
  }

  private static int readBack(Visitor facilitator) {
    return Forms.send(facilitator, facilitator.page(ROOM), "read-back", Map.of("value", "DONE"))
        .statusCode();
  }

  private static HttpResponse<String> ahead(
      Visitor facilitator, UUID subject, String value, String day) {
    Map<String, String> wish = fields("look-ahead", subject.toString(), value, "");
    wish.put("until", day);
    return facilitator.post(ROOM + "/entries/look-ahead", wish);
  }

  private Visitor opened() {
    Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
    assertThat(step(facilitator, "start").statusCode()).isEqualTo(302);
    return facilitator;
  }

  private HttpResponse<String> step(Visitor visitor, String move) {
    return visitor.post(
        ROOM + "/" + move,
        Map.of(
            "version",
            Integer.toString(store.of("englewood", WEEK.firstDay()).orElseThrow().version())));
  }

  private static int write(
      Visitor visitor, String kind, String subject, String value, String note) {
    return visitor.post(ROOM + "/entries/" + kind, fields(kind, subject, value, note)).statusCode();
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

  private static int capture(Visitor visitor, String title, String owner, String due) {
    Map<String, String> item = new HashMap<>();
    item.put("key", UUID.randomUUID().toString());
    item.put("title", title);
    item.put("owner", owner);
    item.put("due", due);
    item.put("place", "/68");
    return visitor.post(ROOM + "/items", item).statusCode();
  }

  private String account(Role role, String organization) {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        role,
        Seats.in(organization, Set.of("englewood")),
        UUID.randomUUID().toString());
    return name;
  }
}
