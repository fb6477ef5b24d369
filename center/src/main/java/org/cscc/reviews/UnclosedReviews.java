package org.cscc.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.directory.Teams;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews that were opened and that nobody closes, so that their tables wait for the minutes. Who
 * leads the team is told once, and has it on the first page until it is done.
 */
@Component
class UnclosedReviews implements Duties {
  private static final String LIST = "/reviews/meetings";

  private final MeetingStore store;
  private final Teams teams;
  private final MeetingTold told;
  private final Access access;
  private final Duration after;
  private final Clock clock;

  UnclosedReviews(
      MeetingStore store,
      Teams teams,
      MeetingTold told,
      Access access,
      @Value("${cscc.reviews.unclosed:24h}") Duration after,
      Clock clock) {
    this.store = store;
    this.teams = teams;
    this.told = told;
    this.access = access;
    this.after = after;
    this.clock = clock;
  }

  /**
   * Tells of those whose time has been over for long enough: each once, and once more when it was
   * opened again.
   *
   * @return how many
   */
  @Transactional
  public int alarm() {
    Instant now = clock.instant();
    int unclosed = 0;
    for (Meeting meeting : store.unclosed(now.minus(after), true)) {
      if (store.unclosed(meeting, now)) {
        teams.byCode(meeting.team()).ifPresent(team -> told.unclosed(team, meeting));
        unclosed++;
      }
    }
    return unclosed;
  }

  @Override
  public List<Duty> now() {
    Decision running = access.decide(Capability.RUN_MEETINGS).orElse(null);
    if (running == null || running.teams().isEmpty()) {
      return List.of();
    }
    List<Meeting> own =
        store.unclosed(clock.instant().minus(after), false).stream()
            .filter(meeting -> running.teams().contains(meeting.team()))
            .toList();
    return own.isEmpty()
        ? List.of()
        : List.of(
            new Duty(
                "reviews-unclosed",
                List.of(own.size()),
                own.size() == 1 ? own.getFirst().address() : LIST,
                true));
  }
}
