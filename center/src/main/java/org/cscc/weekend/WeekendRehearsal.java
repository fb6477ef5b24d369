package org.cscc.weekend;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo wrote about a weekend, by the same rules, as whoever is set for
 * the thread; the demo moves the clock between the steps.
 */
@Component
public class WeekendRehearsal {
  private final GatheringDesk gatherings;
  private final GatheringStore store;
  private final PlanDesk plans;
  private final Access access;
  private final JdbcClient jdbc;
  private final Clock clock;

  WeekendRehearsal(
      GatheringDesk gatherings,
      GatheringStore store,
      PlanDesk plans,
      Access access,
      JdbcClient jdbc,
      Clock clock) {
    this.gatherings = gatherings;
    this.store = store;
    this.plans = plans;
    this.access = access;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from weekend.gathering)").query(Boolean.class).single();
  }

  /**
   * Adds a gathering.
   *
   * @param kind a word of the kinds
   * @param area null for the whole city
   * @param organization code of who is there; null for nobody
   * @return its id
   */
  public UUID add(
      String kind,
      @Nullable Integer area,
      String place,
      LocalDate on,
      LocalTime from,
      int hours,
      @Nullable String organization,
      String note) {
    return gatherings
        .add(
            access.require(Capability.ADD_GATHERINGS),
            null,
            new GatheringWish(
                GatheringKind.valueOf(kind),
                area,
                place,
                WallClock.at(on, from),
                WallClock.afterHours(WallClock.at(on, from), hours),
                organization,
                note))
        .id();
  }

  /** Takes a gathering off. */
  public void cancel(UUID id, String reason) {
    int version = store.byId(id).orElseThrow().version();
    GatheringMoved moved =
        gatherings.cancel(access.require(Capability.CHANGE_GATHERINGS), null, id, version, reason);
    if (!(moved instanceof GatheringMoved.Done)) {
      throw new IllegalStateException(id + " was changed elsewhere");
    }
  }

  /** Freezes the plan of the weekend that runs. */
  public void publish() {
    plans.publish(access.require(Capability.PUBLISH_WEEKEND), Weekend.at(clock.instant()));
  }

  /** Does what the clock does by itself. */
  public void tick() {
    plans.run();
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate weekend.gathering, weekend.step, weekend.plan, weekend.flash, weekend.once
            """)
        .update();
  }
}
