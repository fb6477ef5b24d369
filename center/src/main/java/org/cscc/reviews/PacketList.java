package org.cscc.reviews;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.directory.Team;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * The page of packets: weeks down, the teams within reach in each.
 *
 * @param any whether any packet was ever prepared
 * @param week the week the teams meet over now
 * @param mayPrepare whether the reader prepares and publishes
 * @param waiting packets of this week that are not published yet
 * @param ready packets of this week that are published
 * @param prepared how many drafts the button has just made
 * @param older last week of the page before
 * @param newer last week of the page after; null on the newest page
 */
record PacketList(
    boolean any,
    ReviewWeek week,
    List<Week> weeks,
    ZonedDateTime nextCut,
    boolean mayPrepare,
    long waiting,
    long ready,
    int prepared,
    LocalDate older,
    @Nullable LocalDate newer) {
  /** How many weeks a page shows. */
  static final int WEEKS = 4;

  /** A week with one line for each team. */
  record Week(LocalDate week, List<Line> lines) {}

  /**
   * A team's packet in a week.
   *
   * @param row the one that holds: the published, else the draft; null when there is none
   * @param correction a drafted correction of a published one
   */
  record Line(Team team, @Nullable PacketRow row, @Nullable PacketRow correction) {
    static Line of(Team team, LocalDate week, List<PacketRow> rows) {
      PacketRow published = null;
      PacketRow draft = null;
      for (PacketRow row : rows) {
        if (row.team().equals(team.code()) && row.week().equals(week)) {
          published = row.state() == PacketState.PUBLISHED ? row : published;
          draft = row.state() == PacketState.DRAFT ? row : draft;
        }
      }
      return published == null ? new Line(team, draft, null) : new Line(team, published, draft);
    }
  }

  /** The lines of the weeks from the last back. */
  static List<Week> weeks(LocalDate last, List<Team> teams, List<PacketRow> rows) {
    List<Week> weeks = new ArrayList<>();
    for (int back = 0; back < WEEKS; back++) {
      LocalDate week = last.minusWeeks(back);
      weeks.add(new Week(week, teams.stream().map(team -> Line.of(team, week, rows)).toList()));
    }
    return weeks;
  }
}
