package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reviews that are not held at their hour, or not closed after it, are told of. */
@ReviewsTest
class CadenceTests {
  private static final String ROOM = "/reviews/2026-11-15/englewood/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk packets;
  @Autowired MeetingPlan plan;
  @Autowired UnclosedReviews unclosed;
  @Autowired MeetingStore store;
  @Autowired Access access;
  @Autowired Accounts accounts;

  private UUID incident = UUID.randomUUID();

  @BeforeEach
  void aWeekWithItsPacket() {
    records.clear();
    incident = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    packets.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
    packets.publish(access.forSystem(Capability.PREPARE_PACKET), WEEK, "englewood");
    plan.ahead();
  }

  @Test
  void rHrit01AReviewThatWasMovedAndSlipsAgainIsToldOfAgain() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      records.at(LocalDateTime.of(2026, 11, 25, 14, 1));
      plan.alarm();
      Map<String, String> wish = new HashMap<>();
      wish.put("at", "2026-11-27T10:00");
      wish.put("place", "Branch library");
      wish.put("reason", "The hall was closed");
      assertThat(step(facilitator, "move", wish)).isEqualTo(302);
      assertThat(store.of("englewood", WEEK.firstDay()).orElseThrow().slippedAt()).isNull();
      records.at(LocalDateTime.of(2026, 11, 27, 11, 1));
      plan.alarm();
      assertThat(facilitator.page("/notices").text())
          .contains(
              "Englewood has not met: Wed, Nov 25, 1:00 pm",
              "Englewood has not met: Fri, Nov 27, 10:00 am");
    }
  }

  @Test
  void aReviewThatNobodyClosesIsToldOfOnceAndStandsOnTheFirstPageUntilItIs() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor elsewhere = Visitor.as(Role.FACILITATOR, accounts, port, "austin");
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port);
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      records.at(LocalDateTime.of(2026, 11, 25, 12, 58));
      assertThat(step(facilitator, "start", Map.of())).isEqualTo(302);
      records.at(LocalDateTime.of(2026, 11, 26, 13, 59));
      assertThat(unclosed.alarm()).as("its day is not over").isZero();
      records.at(LocalDateTime.of(2026, 11, 26, 14, 1));
      assertThat(unclosed.alarm()).isEqualTo(1);
      assertThat(unclosed.alarm()).isZero();
      String told = "Englewood has met and is not closed: Wed, Nov 25, 1:00 pm";
      assertThat(facilitator.page("/notices").text()).containsOnlyOnce(told);
      assertThat(facilitator.page("/notices?language=es").text())
          .contains("Englewood se reunió y no se cerró");
      assertThat(liaison.page("/notices").text()).doesNotContain("is not closed");
      assertThat(facilitator.page("/?language=en").select("a[href=" + ROOM + "]").text())
          .contains("1 review was held and is not closed");
      assertThat(elsewhere.page("/").text()).doesNotContain("is not closed");
      step(facilitator, "end", Map.of());
      assertThat(facilitator.page("/").text()).contains("is not closed");
      assertThat(facilitator.post(ROOM + "/entries/incident", reviewed()).statusCode())
          .isEqualTo(302);
      assertThat(step(facilitator, "close", Map.of())).isEqualTo(302);
      assertThat(facilitator.page("/").text()).doesNotContain("is not closed");
      // Opened again, it has a day of its own.
      assertThat(step(director, "reopen", Map.of("reason", "A day was wrong"))).isEqualTo(302);
      assertThat(unclosed.alarm()).isZero();
      records.at(LocalDateTime.of(2026, 11, 27, 15, 30));
      assertThat(unclosed.alarm()).isEqualTo(1);
    }
  }

  private Map<String, String> reviewed() {
    return Map.of(
        "key",
        UUID.randomUUID().toString(),
        "subject",
        incident.toString(),
        "seen",
        "0",
        "value",
        "REVIEWED",
        "note",
        "");
  }

  private int step(Visitor visitor, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(
        "version",
        Integer.toString(store.of("englewood", WEEK.firstDay()).orElseThrow().version()));
    return visitor.post(ROOM + "/" + move, all).statusCode();
  }
}
