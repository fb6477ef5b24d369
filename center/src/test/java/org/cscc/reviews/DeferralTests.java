package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** R-HRIT-03: an incident may be put off, never taken off the table. */
@ReviewsTest
class DeferralTests {
  private static final String PACKET = "/reviews/2026-11-15/englewood";
  private static final String NEXT = "/reviews/2026-11-22/englewood";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired PacketDesk desk;
  @Autowired Access access;
  @Autowired Accounts accounts;

  private UUID incident = UUID.randomUUID();

  @BeforeEach
  void aWeek() {
    records.clear();
    incident = records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK);
  }

  @Test
  void rHrit03AnIncidentPutOffStaysInItsPacketAndComesBackInTheLaterOne() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      assertThat(defer(facilitator, "2026-11-22").statusCode()).isEqualTo(302);
      Document page = facilitator.page(PACKET);
      assertThat(page.select("article").text())
          .contains("put off to the review of the week of Sun, Nov 22: the family asked to wait");
      assertThat(page.select("article")).hasSize(1);
      records.at(LocalDateTime.of(2026, 12, 1, 8, 0));
      records.feed();
      desk.prepare(access.forSystem(Capability.PREPARE_PACKET), WEEK.next());
      Document next = facilitator.page(NEXT);
      assertThat(next.select("h1").text()).startsWith("Nobody was recorded as harmed");
      assertThat(next.select("article").text())
          .contains("The review of the week of Sun, Nov 15 put it off to this one.");
    }
  }

  @Test
  void rHrit03ADeferralCanBeTakenBackOnce() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      defer(facilitator, "2026-11-22");
      Map<String, String> field = Map.of("incident", incident.toString());
      assertThat(facilitator.post(PACKET + "/take-back", field).statusCode()).isEqualTo(302);
      assertThat(facilitator.page(PACKET).select("article").text()).doesNotContain("put off to");
      HttpResponse<String> again = facilitator.post(PACKET + "/take-back", field);
      assertThat(again.statusCode()).isEqualTo(404);
      assertThat(again.body()).contains("R-HRIT-03");
    }
  }

  @Test
  void rHrit03NobodyPutsAnIncidentOffForEverOrOneOfAnotherTable() {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      for (String never : new String[] {"2026-11-15", "2026-11-23", "2027-11-14"}) {
        HttpResponse<String> refused = defer(facilitator, never);
        assertThat(refused.statusCode()).as(never).isEqualTo(422);
        assertThat(refused.body()).contains("R-HRIT-03", "one of the next 4 review weeks");
      }
      incident = UUID.randomUUID();
      assertThat(defer(facilitator, "2026-11-22").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void rHrit03OnlyAFacilitatorOfTheTeamPutsOff() {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor other = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(defer(analyst, "2026-11-22").statusCode()).isEqualTo(403);
      assertThat(defer(other, "2026-11-22").statusCode()).isEqualTo(403);
      assertThat(analyst.page(PACKET).select("form[action$=/defer]")).isEmpty();
    }
  }

  private HttpResponse<String> defer(Visitor visitor, String until) {
    return visitor.post(
        PACKET + "/defer",
        Map.of("incident", incident.toString(), "until", until, "reason", "FAMILY_ASKED"));
  }
}
