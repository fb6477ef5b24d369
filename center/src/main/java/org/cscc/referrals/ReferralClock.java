package org.cscc.referrals;

import java.time.Instant;
import java.util.List;
import org.cscc.ledger.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of what is not answered, and of whom nobody has spoken with, when its time has run out:
 * each clock of a referral once. A batch is one statement whose rows no other node can take
 * meanwhile.
 */
@Component
class ReferralClock {
  private static final int BATCH = 500;

  private static final String TAKE =
      """
      with due as (
        select id from referrals.referral
        where due_at <= :now
          and ((state = 'OFFERED' and told_answer_at is null)
            or (state = 'ACCEPTED_BY_ORG' and told_contact_at is null))
        order by due_at, id limit :most for update skip locked)
      update referrals.referral r
      set told_answer_at = case r.state when 'OFFERED' then :now else r.told_answer_at end,
        told_contact_at = case r.state when 'ACCEPTED_BY_ORG' then :now else r.told_contact_at end
      from due where r.id = due.id
      returning r.organization, r.state, r.offered_by
      """;

  private final JdbcClient jdbc;
  private final Batches batches;
  private final ReferralTold told;

  ReferralClock(JdbcClient jdbc, Batches batches, ReferralTold told) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.told = told;
  }

  /** A referral whose time has run out. */
  record Late(String organization, ReferralState state, String offeredBy) {}

  /**
   * Tells of everything that is due.
   *
   * @return how many clocks were told
   */
  int run() {
    return batches.untilNothingIsDue(this::take);
  }

  private int take(Instant now) {
    List<Late> late =
        jdbc.sql(TAKE)
            .param("now", ReferralStore.utc(now))
            .param("most", BATCH)
            .query(
                (row, n) ->
                    new Late(
                        row.getString("organization"),
                        ReferralState.valueOf(row.getString("state")),
                        row.getString("offered_by")))
            .list();
    told.late(late);
    return late.size();
  }
}
