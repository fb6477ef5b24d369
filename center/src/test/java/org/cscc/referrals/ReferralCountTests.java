package org.cscc.referrals;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts of referrals: whole inside of the own teams, small ones hidden, nothing for the police.
 */
@CenterTest
class ReferralCountTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Acknowledgements acknowledgements;
  @Autowired Agreements agreements;
  @Autowired Access access;
  @Autowired Referrals referrals;
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
    Crowd.beNobody();
  }

  @Test
  void thePoliceLiaisonReachesNothingAndCountersSeeNoToken() {
    Crowd crowd = crowd();
    rows.fill(25, ReferralState.OFFERED, 3);
    String token =
        jdbc.sql("select token from referrals.referral limit 1").query(String.class).single();
    try (Visitor police = crowd.visitor(port, Role.POLICE_LIAISON, "CPD", "austin");
        Visitor facilitator = crowd.visitor(port, Role.FACILITATOR, "MOCS", "austin");
        Visitor analyst = crowd.visitor(port, Role.ANALYST, "MOCS");
        Visitor director = crowd.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor privacy = crowd.visitor(port, Role.PRIVACY_OFFICER, "MOCS")) {
      for (String path :
          List.of(
              "/referrals",
              "/referrals/" + token,
              "/referrals/new",
              "/referrals/counts",
              "/referrals/counts.csv")) {
        assertThat(police.get(path).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(police.page("/").text()).doesNotContain("eferral");
      for (Visitor counter : List.of(facilitator, analyst, director)) {
        assertThat(counter.get("/referrals").statusCode()).isEqualTo(403);
        assertThat(counter.get("/referrals/" + token).statusCode()).isEqualTo(403);
        assertThat(counter.page("/referrals/counts").text()).doesNotContain(token, "??");
      }
      assertThat(privacy.page("/referrals/" + token).select("form[action*=/referrals/]")).isEmpty();
    }
  }

  @Test
  void rSup01AFacilitatorSeesEveryCountOfTheOwnTeamAndNoSmallOneOfOthers() {
    Crowd crowd = crowd();
    rows.fill(25, ReferralState.OFFERED, 3);
    rows.fill(68, ReferralState.OFFERED, 4);
    rows.fill(68, ReferralState.CLOSED, 30);
    rows.fill(29, ReferralState.OFFERED, 12);
    rows.fill(29, ReferralState.CLOSED, 14);
    try (Visitor facilitator = crowd.visitor(port, Role.FACILITATOR, "MOCS", "austin");
        Visitor analyst = crowd.visitor(port, Role.ANALYST, "MOCS")) {
      Document page = facilitator.page("/referrals/counts");
      Element own = page.expectFirst("section[aria-labelledby=own] table");
      assertThat(own.select("tbody tr").eachText()).containsExactly("Austin 3 0 0 0 0 0 0");
      Element others = page.expectFirst("section[aria-labelledby=others] table");
      assertThat(others.select("tr:contains(Austin)")).isEmpty();
      List<String> englewood = others.select("tr:has(th:matchesOwn(^Englewood$)) td").eachText();
      assertThat(englewood.getFirst()).isEqualTo("not told");
      assertThat(englewood.get(4)).as("it would give the small one away").isEqualTo("not told");
      List<String> lawndale = others.select("tr:contains(North Lawndale) td").eachText();
      assertThat(lawndale.getFirst()).isEqualTo("not told");
      // Of the tables alone: the clock of the page may say 10:26.
      assertThat(page.select("main table").text()).doesNotContain("34", "26", "n = 3 ");
      Document all = analyst.page("/referrals/counts");
      assertThat(all.select("section[aria-labelledby=own]")).isEmpty();
      assertThat(all.select("tr:contains(Austin) td").getFirst().text()).isEqualTo("not told");
      String file = facilitator.get("/referrals/counts.csv").body();
      assertThat(file).contains("own_areas,area,25,OFFERED,3,no");
      assertThat(file).contains("other_areas,area,68,OFFERED,,yes");
    }
  }

  @Test
  void otherRoomsCountByIncidentInsideOfTheOwnTeamsOnly() {
    Crowd crowd = crowd();
    UUID here = UUID.randomUUID();
    UUID elsewhere = UUID.randomUUID();
    rows.fill(25, ReferralState.CONTACT_MADE, 2);
    jdbc.sql("update referrals.referral set incident = ?").param(here).update();
    rows.fill(68, ReferralState.OFFERED, 1);
    jdbc.sql("update referrals.referral set incident = ? where incident is null")
        .param(elsewhere)
        .update();
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    Map<UUID, ReferralCounts> counts =
        referrals.counts(access.require(Capability.COUNT_REFERRALS), Set.of(here, elsewhere));
    assertThat(counts).containsOnlyKeys(here);
    ReferralCounts one = requireNonNull(counts.get(here));
    assertThat(one.offered()).isEqualTo(2);
    assertThat(one.accepted()).isEqualTo(2);
    assertThat(one.contacted()).isEqualTo(2);
    assertThat(one.firstContactAt()).isBefore(clock.instant());
    crowd.be(crowd.add(Role.DIRECTOR, "MOCS"));
    assertThat(referrals.counts(access.require(Capability.COUNT_REFERRALS), Set.of(here)))
        .isEmpty();
  }

  private Crowd crowd() {
    return new Crowd(accounts, acknowledgements, agreements);
  }
}
