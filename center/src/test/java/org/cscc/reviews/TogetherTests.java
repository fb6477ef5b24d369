package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;
import static org.cscc.reviews.Records.WEST_ENGLEWOOD;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.actions.Actions;
import org.cscc.actions.Origin;
import org.cscc.actions.Pillar;
import org.cscc.actions.Priority;
import org.cscc.actions.Proposal;
import org.cscc.actions.Verb;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * F1: Englewood (Wednesday at one) meets at the review of West Englewood (Thursday at one), led by
 * somebody who reaches West Englewood alone.
 */
@ReviewsTest
class TogetherTests {
  private static final String GUEST = "/reviews/2026-11-15/englewood";
  private static final String HOST = "/reviews/2026-11-15/west-englewood";
  private static final String ROOM = HOST + "/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired AtTheTable table;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired MinutesStore minutes;
  @Autowired Actions actions;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  private UUID own = UUID.randomUUID();
  private UUID theirs = UUID.randomUUID();
  private UUID late = UUID.randomUUID();

  @BeforeEach
  void aWeekWithItsPackets() {
    records.clear();
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
    own = records.shooting("2026-11-16T20:00", WEST_ENGLEWOOD, false);
    theirs = records.shooting("2026-11-17T21:00", ENGLEWOOD, false);
    late = records.shooting("2026-11-18T23:10", ENGLEWOOD, true, false);
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    for (String team : List.of("englewood", "west-englewood", "auburn-gresham")) {
      packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, team);
    }
    plan.ahead();
  }

  @AfterEach
  void nobody() {
    table.beNobody();
  }

  @Test
  void rHrit03EveryIncidentOfBothTablesGetsAWordAndBothGetTheMinutes() {
    promiseOfEnglewood();
    try (Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood");
        Visitor guest = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      merged("englewood");
      records.at(LocalDateTime.of(2026, 11, 26, 12, 58));
      assertThat(step(host, "west-englewood", "start", Map.of()).statusCode()).isEqualTo(302);
      Document room = host.page(ROOM);
      assertThat(room.select("#guests").text()).contains("Englewood meets here as well");
      assertThat(room.select("#incidents").text())
          .contains("3 incidents are on the table, 3 still to be spoken about");
      assertThat(room.text())
          .contains(
              "Englewood: 2 incidents",
              "Englewood: 1 promise is open",
              "Light the alley",
              "Englewood: 0 of 9 seats are taken",
              "0 of 9 seats are taken; the quorum is 4")
          .doesNotContain("??");
      assertThat(room.select("#incident-" + theirs)).hasSize(1);
      assertThat(host.page(ROOM + "?language=es").text()).doesNotContain("??", "{0}", "{1}");
      host.page(ROOM + "?language=en");
      assertThat(host.get(GUEST).statusCode()).as("their packet stays closed").isEqualTo(403);
      assertThat(host.get(GUEST + "/room").statusCode()).isEqualTo(403);

      assertThat(write(host, "seat", "englewood:DSS/DEPARTMENT_LIAISON", "PRESENT")).isEqualTo(302);
      assertThat(write(host, "seat", "austin:DSS/DEPARTMENT_LIAISON", "PRESENT")).isEqualTo(422);
      assertThat(write(host, "incident", own.toString(), "REVIEWED")).isEqualTo(302);
      HttpResponse<String> early = step(host, "west-englewood", "close", Map.of());
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-HRIT-03", "2 incidents have no word yet");
      assertThat(write(host, "incident", theirs.toString(), "REVIEWED")).isEqualTo(302);
      Map<String, String> later = fields("incident", late.toString(), "DEFERRED");
      later.put("until", "2026-11-22");
      later.put("reason", "AWAITS_FACTS");
      assertThat(host.post(ROOM + "/entries/incident", later).statusCode()).isEqualTo(302);
      assertThat(guest.page(GUEST).text())
          .contains("put off to the review of the week of Sun, Nov 22: facts are missing");
      assertThat(host.page(ROOM).text())
          .contains("Englewood: 1 of 9 seats are taken", "0 of 9 seats are taken; the quorum is 4");
      HttpResponse<String> closed = step(host, "west-englewood", "close", Map.of());
      assertThat(closed.statusCode()).as(closed.body()).isEqualTo(302);

      assertThat(host.page(HOST + "/minutes").text())
          .contains("Englewood met here as well", "1 of 9 seats were taken", "Light the alley")
          .doesNotContain("??");
      assertThat(guest.page("/notices").text())
          .contains("Minutes of Englewood: Thu, Nov 26, 1:00 pm");
      Document theirMinutes = guest.page(GUEST + "/minutes");
      assertThat(theirMinutes.text())
          .contains(
              "Minutes of the review of West Englewood",
              "Englewood met here as well",
              "2 incidents were in its packet alone",
              "to the review of the week of Sun, Nov 22");
      assertThat(guest.get(GUEST + "/minutes/1.pdf").body()).startsWith("%PDF-");
      assertThat(guest.get(HOST + "/minutes").statusCode()).isEqualTo(403);
      assertThat(jdbc.sql("select count(*) from actions.carried").query(Integer.class).single())
          .as("their promise was read out")
          .isEqualTo(1);
      assertThat(minutes.newest(meeting("west-englewood").id()).orElseThrow().content().guests())
          .singleElement()
          .satisfies(one -> assertThat(one.open().getFirst().carried()).isEqualTo(1));
      theNextReviewOfEnglewoodBeginsWithIt();
    }
  }

  private void theNextReviewOfEnglewoodBeginsWithIt() {
    ReviewWeek next = WEEK.next();
    records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), next);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), next, "englewood");
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      Document room = facilitator.page("/reviews/2026-11-22/englewood/room");
      assertThat(room.select("#incident-" + late).text()).contains("put it off to this one");
      assertThat(room.select("section[aria-labelledby=left]").text())
          .contains("1 promise that was read out is still open", "1 incident was put off");
    }
  }

  @Test
  void thePageOfAGuestSaysWithWhichReviewItIsHeldAndWhenAndWhere() {
    try (Visitor both =
            Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood");
        Visitor alone = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      jdbc.sql("update reviews.meeting set place = 'Branch library' where team = 'west-englewood'")
          .update();
      merged("englewood");
      Document page = both.page(GUEST + "/room");
      assertThat(page.select("#held-with").text())
          .contains("together with the review of West Englewood");
      assertThat(page.select(".lead").text())
          .contains("Thu, Nov 26, 1:00 pm", "Branch library")
          .doesNotContain("Wed, Nov 25");
      assertThat(page.select("#held-with a").attr("href")).isEqualTo(ROOM);
      Document seen = alone.page(GUEST + "/room");
      assertThat(seen.select("#held-with").text()).contains("West Englewood");
      assertThat(seen.select("#held-with a")).as("it would be closed to them").isEmpty();
      assertThat(seen.select("#incident-" + theirs)).as("they see what they saw").hasSize(1);
      assertThat(alone.page(GUEST + "/room?language=es").text()).doesNotContain("??", "{0}");
    }
  }

  @Test
  void theRoomTakesAFixedNumberOfStatementsHoweverManyTeamsMeetInIt() {
    try (Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood")) {
      merged("englewood");
      host.page(ROOM);
      int one = Statements.during(() -> host.page(ROOM));
      merged("auburn-gresham");
      assertThat(host.page(ROOM).select("#guests").text()).contains("Auburn Gresham", "Englewood");
      int two = Statements.during(() -> host.page(ROOM));
      assertThat(two).isEqualTo(one);
    }
  }

  @Test
  void rMeet07AGuestOfACancelledReviewMeetsAtItsOwnHourAgain() {
    try (Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood");
        Visitor guest = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      merged("englewood");
      int before = meeting("englewood").sequence() + meeting("west-englewood").sequence();
      assertThat(step(host, "west-englewood", "cancel", reason()).statusCode()).isEqualTo(302);
      Meeting back = meeting("englewood");
      assertThat(back.state()).isEqualTo(MeetingState.PACKET_PUBLISHED);
      assertThat(back.mergedInto()).isNull();
      assertThat(back.sequence()).as("calendars take the newest").isGreaterThan(before + 1);
      assertThat(guest.page("/notices").text())
          .contains("Englewood meets by itself again: Wed, Nov 25, 1:00 pm")
          .doesNotContain("Englewood does not meet");
      assertThat(guest.page(GUEST + "/room").text())
          .contains("Back to its own hour", "Wed, Nov 25, 1:00 pm", "The hall is closed");
      assertThat(guest.page(GUEST).text()).doesNotContain("put off to the review");
    }
  }

  @Test
  void rHrit03AGuestWhoseHourIsOverIsCancelledWithItAndItsIncidentsAreCarried() {
    try (Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood");
        Visitor guest = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      merged("englewood");
      records.at(LocalDateTime.of(2026, 11, 26, 10, 0));
      assertThat(step(host, "west-englewood", "cancel", reason()).statusCode()).isEqualTo(302);
      assertThat(meeting("englewood").state()).isEqualTo(MeetingState.CANCELLED);
      assertThat(meeting("englewood").mergedInto()).isNull();
      assertThat(guest.page("/notices").text()).contains("Englewood does not meet");
      assertThat(guest.page(GUEST).select("#incident-" + theirs).text())
          .contains("put off to the review of the week of Sun, Nov 22: the review was cancelled");
    }
  }

  @Test
  void rMeet07AReviewThatIsCancelledInTheSameMomentTakesNoGuest() throws Exception {
    try (Visitor both =
        Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood")) {
      CompletableFuture<HttpResponse<String>> waits =
          transactions.execute(
              status -> {
                jdbc.sql(
                        """
                        select id from reviews.meeting
                        where team = 'west-englewood' and week = ? for update
                        """)
                    .param(WEEK.firstDay())
                    .query((row, n) -> 1)
                    .list();
                CompletableFuture<HttpResponse<String>> sent =
                    CompletableFuture.supplyAsync(() -> merge(both, "englewood"));
                long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!sent.isDone() && !somebodyWaits() && System.nanoTime() < until) {
                  pause();
                }
                assertThat(sent).as("it waits for the other one").isNotDone();
                jdbc.sql(
                        """
                        update reviews.meeting set state = 'CANCELLED', version = version + 1
                        where team = 'west-englewood' and week = ?
                        """)
                    .param(WEEK.firstDay())
                    .update();
                return sent;
              });
      HttpResponse<String> answer = waits.get(20, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body()).contains("R-MEET-07");
      assertThat(meeting("englewood").mergedInto()).isNull();
    }
  }

  /** Somebody with a seat at both tables brings a team to West Englewood's. */
  private void merged(String team) {
    try (Visitor both = Visitor.as(Role.FACILITATOR, accounts, port, team, "west-englewood")) {
      HttpResponse<String> answer = merge(both, team);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
  }

  private HttpResponse<String> merge(Visitor both, String team) {
    return step(
        both,
        team,
        "merge",
        Map.of("other", "west-englewood", "reason", "Both look at the border"));
  }

  private void promiseOfEnglewood() {
    table.be(table.add(Role.FACILITATOR, "englewood"));
    actions.propose(
        access.require(Capability.PROPOSE_ACTIONS),
        null,
        new Proposal(
            "Light the alley",
            Verb.LIGHT,
            Pillar.COMMUNITY_REVITALIZATION,
            Priority.P3,
            "T1",
            ENGLEWOOD,
            null,
            "englewood",
            Origin.RESIDENTS,
            null,
            null));
    table.beNobody();
  }

  private static Map<String, String> reason() {
    return Map.of("reason", "The hall is closed");
  }

  private HttpResponse<String> step(
      Visitor visitor, String team, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("version", Integer.toString(meeting(team).version()));
    return visitor.post(meeting(team).address() + "/" + move, all);
  }

  private static int write(Visitor visitor, String kind, String subject, String value) {
    return visitor.post(ROOM + "/entries/" + kind, fields(kind, subject, value)).statusCode();
  }

  private static Map<String, String> fields(String kind, String subject, String value) {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("subject", subject);
    fields.put("seen", "0");
    fields.put("value", value);
    fields.put("note", kind.equals("incident") ? "The lights were out" : "");
    return fields;
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Meeting meeting(String team) {
    return store.of(team, WEEK.firstDay()).orElseThrow();
  }
}
