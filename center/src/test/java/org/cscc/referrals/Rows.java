package org.cscc.referrals;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.cscc.kernel.SpokenCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of referrals, offered by an advocate of CDPH nine days ago. */
final class Rows {
  private final JdbcClient jdbc;
  private final Clock clock;

  Rows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes every referral away. */
  void clear() {
    jdbc.sql("truncate referrals.referral, referrals.step, referrals.once").update();
  }

  /** So many of an area, which are with DFSS. */
  void fill(int area, ReferralState state, int many) {
    Instant now = clock.instant();
    for (int i = 0; i < many; i++) {
      add(jdbc, now, token(), area, state, "DFSS");
    }
  }

  static String token() {
    return SpokenCode.next() + "-" + SpokenCode.next().substring(0, 4);
  }

  static void add(
      JdbcClient jdbc, Instant now, String token, int area, ReferralState state, String to) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into referrals.referral (id, token, area, needs, organization, state,
              decline_code, outcome_code, offered_by, offered_org, offered_at, accepted_at,
              contact_at, answer_by, contact_by, changed_at)
            values (:id, :token, :area, array['HOUSING'], :to, :state,
              case when :state = 'DECLINED' then 'FULL' end,
              case when :state = 'CLOSED' then 'ENDED' end,
              'somebody-else', 'CDPH', :now - interval '9 days',
              case when :state not in ('OFFERED', 'DECLINED') then :now - interval '8 days' end,
              case when :state in ('CONTACT_MADE', 'SERVICE_STARTED', 'CLOSED')
                then :now - interval '7 days' end,
              :now + interval '1 day', :now + interval '2 days', :now)
            """)
        .param("id", id)
        .param("token", token)
        .param("area", area)
        .param("to", to)
        .param("state", state.name())
        .param("now", ReferralStore.utc(now))
        .update();
    jdbc.sql(
            """
            insert into referrals.step (referral, position, move, to_state, by_account, by_role,
              by_organization, at)
            values (?, 1, 'OFFER', 'OFFERED', 'somebody-else', 'ADVOCATE', 'CDPH', ?)
            """)
        .params(id, ReferralStore.utc(now))
        .update();
  }
}
