package org.cscc.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people near a block say of its mood. It is about the block, expires by itself, and goes one
 * way: what outreach says reaches no police liaison (decision 0110).
 */
@Component
class Tensions {
  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final Access access;
  private final Clock clock;
  private final Duration lasts;

  Tensions(
      JdbcClient jdbc,
      AuditTrail trail,
      Access access,
      Clock clock,
      @Value("${cscc.reviews.tension:72h}") Duration lasts) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.access = access;
    this.clock = clock;
    this.lasts = lasts;
  }

  /** The newest word on each block of some areas that counts now. */
  List<TensionSaid> now(Decision decision, Collection<Integer> areas) {
    decision.about(Capability.READ_TENSION);
    return jdbc.sql(
            """
            select * from (
              select distinct on (area, block) * from reviews.tension
              where area = any (string_to_array(?, ',')::int[]) and until > ?
              order by area, block, at desc) newest
            where level <> 'OVER' order by level, block
            """)
        .params(
            String.join(
                ",", areas.stream().filter(decision::reachesArea).map(String::valueOf).toList()),
            MeetingStore.utc(clock.instant()))
        .query(
            (row, n) ->
                new TensionSaid(
                    row.getObject("id", UUID.class),
                    row.getInt("area"),
                    row.getString("block"),
                    TensionSaid.Level.valueOf(row.getString("level")),
                    row.getString("by_role"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getObject("until", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Says how tense a block is.
   *
   * @throws Refused R-MEET-10 for a block that is none, R-REVIEWS-01 out of reach
   */
  @Transactional
  public void say(Decision decision, int area, String written, TensionSaid.Level level) {
    decision.about(Capability.SAY_TENSION);
    if (!decision.reachesArea(area)) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-REVIEWS-01", "reviews.refused.tension-area");
    }
    Block block = Blocks.normalise(written);
    if (!block.known()) {
      throw new Refused(Refused.Kind.INVALID, "R-MEET-10", "reviews.refused.tension-block");
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into reviews.tension (id, area, block, level, by_account, by_role, at, until)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            area,
            block.canonical(),
            level.name(),
            decision.account(),
            access.signedIn().map(SignedIn::role).orElse(Role.FACILITATOR).name(),
            MeetingStore.utc(now),
            MeetingStore.utc(now.plus(lasts)))
        .update();
    trail.note(
        AuditNote.change(
            Deed.CREATE, "tension", area + "/" + block.canonical(), null, level.name()));
  }
}
