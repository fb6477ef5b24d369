package org.cscc.referrals;

import java.util.Arrays;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo handed over and did, by the same rules, as whoever is set for the
 * thread; the demo moves the clock between the steps.
 */
@Component
public class ReferralRehearsal {
  private final ReferralDesk desk;
  private final ReferralStore store;
  private final Access access;
  private final JdbcClient jdbc;

  ReferralRehearsal(ReferralDesk desk, ReferralStore store, Access access, JdbcClient jdbc) {
    this.desk = desk;
    this.store = store;
    this.access = access;
    this.jdbc = jdbc;
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from referrals.referral)").query(Boolean.class).single();
  }

  /**
   * Hands a need over.
   *
   * @param needs words of kinds of help
   * @return its token
   */
  public String offer(int area, String organization, String... needs) {
    return desk.offer(
            access.require(Capability.OFFER_REFERRALS),
            null,
            null,
            new Offer(
                area,
                null,
                Arrays.stream(needs).map(NeedType::valueOf).toList(),
                organization,
                null))
        .token();
  }

  /**
   * Moves a referral.
   *
   * @param move a word of the moves
   * @param code why not, or how it ended, where the move needs it; else empty
   * @throws Refused when the rules do not allow it
   */
  public void move(String token, String move, String code) {
    ReferralMoveKind kind = ReferralMoveKind.valueOf(move.toUpperCase(Locale.ROOT));
    ReferralMove wish =
        switch (kind) {
          case DECLINE -> ReferralMove.decline(DeclineCode.valueOf(code));
          case CLOSE -> ReferralMove.close(OutcomeCode.valueOf(code));
          case ACCEPT, CONTACT, NO_CONTACT, START -> ReferralMove.plain(kind);
        };
    int version = store.byToken(token).orElseThrow().version();
    ReferralMoved moved =
        desk.move(access.require(Capability.READ_REFERRALS), null, token, version, wish);
    if (!(moved instanceof ReferralMoved.Done)) {
      throw new IllegalStateException(token + " was moved elsewhere");
    }
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql("truncate referrals.referral, referrals.step, referrals.once").update();
  }
}
