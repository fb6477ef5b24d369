package org.cscc.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits too long is told once, whichever node sees it. */
@CenterTest
class ReferralClockTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Acknowledgements acknowledgements;
  @Autowired Agreements agreements;
  @Autowired ReferralClock referralClock;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Rows rows;

  @BeforeEach
  void empty() {
    rows = new Rows(jdbc, clock);
    rows.clear();
  }

  @Test
  void eachClockIsToldOnceAndWhatIsLateStandsFirst() {
    Crowd crowd = crowd();
    String helper = crowd.add(Role.ADVOCATE, "DFSS");
    rows.fill(25, ReferralState.OFFERED, 2);
    rows.fill(25, ReferralState.ACCEPTED_BY_ORG, 1);
    assertThat(referralClock.run()).isZero();
    jdbc.sql(
            """
            update referrals.referral
            set answer_by = now() - interval '1 minute'
            where token = (select max(token) from referrals.referral where state = 'OFFERED')
            """)
        .update();
    assertThat(referralClock.run()).isEqualTo(1);
    assertThat(referralClock.run()).isZero();
    jdbc.sql("update referrals.referral set contact_by = now() - interval '1 minute'").update();
    assertThat(referralClock.run()).isEqualTo(1);
    assertThat(referralClock.run()).isZero();
    assertThat(
            jdbc.sql(
                    """
                    select kind from notices.notice where recipient = ? order by created_at, kind
                    """)
                .param(helper)
                .query(String.class)
                .list())
        .containsExactly("referrals.notice.late-answer", "referrals.notice.late-contact");
    try (Visitor advocate = Visitor.of(helper, helper + "-password", port)) {
      Document list = advocate.page("/referrals");
      assertThat(list.select("h1").text())
          .isEqualTo("3 referrals are with you, 2 late, 2 waiting for your yes or no");
      assertThat(list.select("#waiting ~ table tbody tr").eachText().subList(0, 2))
          .allMatch(row -> row.contains("Late"));
      assertThat(list.select("#waiting ~ table tbody tr").eachText().getLast())
          .doesNotContain("Late");
    }
  }

  @Test
  void twoNodesTellOfALateReferralOnce() throws InterruptedException {
    crowd().add(Role.ADVOCATE, "DFSS");
    rows.fill(25, ReferralState.OFFERED, 40);
    jdbc.sql("update referrals.referral set answer_by = now() - interval '1 minute'").update();
    int[] told = new int[2];
    Thread one = Thread.ofPlatform().start(() -> told[0] = referralClock.run());
    Thread two = Thread.ofPlatform().start(() -> told[1] = referralClock.run());
    one.join();
    two.join();
    assertThat(told[0] + told[1]).isEqualTo(40);
  }

  private Crowd crowd() {
    return new Crowd(accounts, acknowledgements, agreements);
  }
}
