package org.cscc.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.MovableClock;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.PacketDesk;
import org.cscc.reviews.PacketRow;
import org.cscc.reviews.Packets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The packets that the demo's teams have met over in the last weeks, and those they meet over now.
 */
@Component
@Order(90)
class DemoPackets implements DemoPart {
  private static final int WEEKS = 3;
  private static final Duration TO_THE_CUT = Duration.ofMinutes(65);
  private static final Duration TO_PUBLISHING = Duration.ofHours(10);

  private final PacketDesk desk;
  private final Packets packets;
  private final Access access;
  private final MovableClock clock;

  DemoPackets(PacketDesk desk, Packets packets, Access access, MovableClock clock) {
    this.desk = desk;
    this.packets = packets;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Does what a center would have done on the Tuesday of a feed: prepares the week's packets and
   * those that the corrections of the feed have outdated, and publishes them in the afternoon. On
   * the demo's own last Tuesday the afternoon has not come: what was prepared waits for its reader.
   */
  @Override
  public void packetsOf(ZonedDateTime feed, ZonedDateTime now) {
    if (feed.isBefore(now.minusWeeks(WEEKS))) {
      return;
    }
    clock.set(feed.toInstant().plus(TO_THE_CUT));
    Decision system = access.forSystem(Capability.PREPARE_PACKET);
    ReviewWeek week = packets.currentWeek();
    List<PacketRow> drafts = new ArrayList<>(desk.prepare(system, week));
    ReviewWeek earlier = week.previous();
    while (!earlier.end().isBefore(now.minusWeeks(WEEKS + 1L).toInstant())) {
      if (!packets
          .between(access.forSystem(Capability.READ_PACKET), earlier.firstDay(), earlier.firstDay())
          .isEmpty()) {
        drafts.addAll(desk.prepare(system, earlier));
      }
      earlier = earlier.previous();
    }
    Instant afternoon = feed.toInstant().plus(TO_PUBLISHING);
    if (afternoon.isBefore(now.toInstant())) {
      clock.set(afternoon);
      drafts.forEach(draft -> desk.publish(system, new ReviewWeek(draft.week()), draft.team()));
    }
  }

  @Override
  public void remove() {
    desk.removeAll();
  }
}
