package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Component;

/**
 * The packets to read. Who has seats in teams reads the packets of those teams (R-REVIEWS-01). Ask
 * with a decision about {@link Capability#READ_PACKET}.
 */
@Component
public class Packets {
  private final PacketStore store;
  private final Deferrals deferrals;
  private final Teams teams;
  private final WeeklyCut cut;
  private final Clock clock;

  Packets(PacketStore store, Deferrals deferrals, Teams teams, WeeklyCut cut, Clock clock) {
    this.store = store;
    this.deferrals = deferrals;
    this.teams = teams;
    this.cut = cut;
    this.clock = clock;
  }

  /** The newest week whose cut has passed: the one the teams meet over now. */
  public ReviewWeek currentWeek() {
    return cut.lastClosed(clock.instant());
  }

  /** When the next packets are prepared. */
  public Instant nextCut() {
    return cut.next(clock.instant());
  }

  /** Whether any packet was ever prepared. */
  public boolean any() {
    return store.newestWeek().isPresent();
  }

  /**
   * The packets within reach of the weeks that begin in a span of days, newest week first; drafts
   * that were set aside are left out.
   */
  public List<PacketRow> between(Decision decision, LocalDate from, LocalDate to) {
    List<String> codes =
        teams.reachedBy(decision.about(Capability.READ_PACKET)).stream().map(Team::code).toList();
    return store.between(codes, from, to);
  }

  /** All rows of a packet, newest revision first; refuses like {@link #team}. */
  List<PacketRow> of(Decision decision, Team team, ReviewWeek week) {
    reached(decision.about(Capability.READ_PACKET), team);
    return store.of(team.code(), week);
  }

  /**
   * A revision to read, or with no number the one that holds: the newest published, else the draft.
   */
  Optional<OpenPacket> open(
      Decision decision, Team team, ReviewWeek week, Optional<Integer> revision) {
    return open(team, of(decision, team, week), week, revision);
  }

  /** The packet that holds, for who has asked {@link #team} already. */
  Optional<OpenPacket> openTo(Team team, ReviewWeek week) {
    return open(team, store.of(team.code(), week), week, Optional.empty());
  }

  private Optional<OpenPacket> open(
      Team team, List<PacketRow> rows, ReviewWeek week, Optional<Integer> revision) {
    return rows.stream()
        .filter(row -> revision.isEmpty() || row.revision() == revision.get())
        .min(Comparator.comparing((PacketRow row) -> row.state() != PacketState.PUBLISHED))
        .map(row -> opened(team, week, row, rows));
  }

  private OpenPacket opened(Team team, ReviewWeek week, PacketRow row, List<PacketRow> rows) {
    return new OpenPacket(row, rows, store.content(row.id()), deferrals.of(team.code(), week));
  }

  /** The row with the content that somebody has read, whatever became of it. */
  Optional<OpenPacket> asRead(Decision decision, Team team, ReviewWeek week, String contentHash) {
    List<PacketRow> rows = of(decision, team, week);
    if (contentHash.length() != 64) {
      return Optional.empty();
    }
    return store
        .shown(team.code(), week, HexFormat.of().parseHex(contentHash))
        .map(row -> opened(team, week, row, rows));
  }

  /** What happened to a packet, oldest first. */
  List<PacketStep> steps(Decision decision, Team team, ReviewWeek week) {
    reached(decision.about(Capability.READ_PACKET), team);
    return store.steps(team.code(), week);
  }

  /**
   * The team with the code.
   *
   * @throws Refused R-REVIEWS-02 when there is none, R-REVIEWS-01 when it is out of reach
   */
  Team team(Decision decision, String code) {
    Team team =
        teams
            .byCode(code)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-team", code));
    reached(decision, team);
    return team;
  }

  /** The week that holds a day. */
  ReviewWeek holding(LocalDate day) {
    return ReviewWeek.holding(day, cut.weekStart());
  }

  /**
   * The week that begins on a day.
   *
   * @throws Refused R-REVIEWS-02 when no week begins on it
   */
  ReviewWeek week(LocalDate firstDay) {
    ReviewWeek week = holding(firstDay);
    if (!week.firstDay().equals(firstDay)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-week", week.firstDay());
    }
    return week;
  }

  private static void reached(Decision decision, Team team) {
    if (!decision.reaches(team.code())) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-REVIEWS-01", "reviews.refused.team", team.name());
    }
  }
}
