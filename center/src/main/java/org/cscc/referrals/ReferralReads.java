package org.cscc.referrals;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.SpokenCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of referrals as people read them; each takes one statement. */
@Component
class ReferralReads {
  private static final int MOST = 100;
  private static final String OPEN =
      "r.state in ('OFFERED', 'ACCEPTED_BY_ORG', 'CONTACT_MADE', 'SERVICE_STARTED')";

  private final JdbcClient jdbc;
  private final Clock clock;

  ReferralReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The lists of the first page.
   *
   * @param waiting with the own organization and not over; what is late first
   * @param offered offered by oneself or the own organization to another one, and open or waiting
   *     to be offered again; what was declined first
   * @param ended over, the newest first
   * @param others of everybody else, for who reads all; the newest first
   */
  record Lists(
      List<Referral> waiting, List<Referral> offered, List<Referral> ended, List<Referral> others) {
    /** How many of those waiting have run out of their time. */
    public long late(java.time.Instant now) {
      return waiting.stream().filter(one -> one.late(now)).count();
    }

    /** How many wait for a yes or no of the own organization. */
    public long toAnswer() {
      return waiting.stream().filter(one -> one.state() == ReferralState.OFFERED).count();
    }
  }

  /**
   * What waits for whoever reads, in numbers.
   *
   * @param late with the own organization, and its time has run out
   * @param toAnswer with the own organization, not answered
   * @param declined offered by the own side, declined, and not offered to anybody else
   */
  record Waiting(int late, int toAnswer, int declined) {}

  Optional<Referral> byToken(Decision decision, String token) {
    return read(decision, "r.token = :token", "r.id", SpokenCode.normal(token)).stream()
        .findFirst();
  }

  Lists lists(Decision decision) {
    return new Lists(
        read(
            decision,
            OPEN + " and r.organization = :own",
            "(r.due_at < :now) desc nulls last, r.due_at nulls last, r.offered_at",
            ""),
        read(
            decision,
            "r.organization <> :own and (r.offered_by = :me or r.offered_org = :own) and ("
                + OPEN
                + " or (r.state = 'DECLINED' and not exists (select from referrals.referral n"
                + " where n.follows = r.id)))",
            "(r.state = 'DECLINED') desc, (r.due_at < :now) desc nulls last, r.offered_at",
            ""),
        read(
            decision,
            "not "
                + OPEN
                + " and (r.organization = :own or r.offered_by = :me or r.offered_org = :own)",
            "r.changed_at desc",
            ""),
        read(
            decision,
            "r.organization <> :own and r.offered_by <> :me and r.offered_org <> :own",
            "r.changed_at desc",
            ""));
  }

  Waiting waiting(Decision decision) {
    return jdbc.sql(
            """
            select count(*) filter (where r.organization = :own and r.due_at < :now) as late,
              count(*) filter (where r.organization = :own and r.state = 'OFFERED') as answer,
              count(*) filter (where r.state = 'DECLINED'
                and (r.offered_by = :me or r.offered_org = :own)
                and not exists (select from referrals.referral n where n.follows = r.id)) as declined
            from referrals.referral r where\s"""
                + ReferralReach.CONDITION)
        .params(ReferralReach.values(decision.about(Capability.READ_REFERRALS)))
        .param("now", ReferralStore.utc(clock.instant()))
        .query(
            (row, n) ->
                new Waiting(row.getInt("late"), row.getInt("answer"), row.getInt("declined")))
        .single();
  }

  private List<Referral> read(Decision decision, String condition, String order, String token) {
    return jdbc.sql(
            "select "
                + ReferralStore.COLUMNS
                + " from referrals.referral r where "
                + condition
                + " and "
                + ReferralReach.CONDITION
                + " order by "
                + order
                + ", r.token limit "
                + MOST)
        .param("token", token)
        .param("now", ReferralStore.utc(clock.instant()))
        .params(ReferralReach.values(decision.about(Capability.READ_REFERRALS)))
        .query((row, n) -> ReferralStore.referral(row))
        .list();
  }
}
