package org.cscc.site;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.directory.Team;
import org.cscc.incidents.FeedStatus;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.OpenWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param today Chicago day
 * @param tasks what to do, the late ones first
 * @param teams the teams within reach
 * @param own whether those are the account's own teams, not all of them
 * @param patterns what the role may read of the patterns; null when it may not
 * @param nextCut when the next packets are prepared; null when the role reads none
 * @param feed how fresh the data is; null before the first import or when the role does not see it
 */
record HomeView(
    Role role,
    LocalDate today,
    List<Task> tasks,
    List<Team> teams,
    boolean own,
    @Nullable Near patterns,
    @Nullable ZonedDateTime nextCut,
    @Nullable FeedStatus feed) {
  /**
   * The near-repeat windows open today.
   *
   * @param first the ones that close first
   * @param open how many there are
   * @param names names of the areas by number
   */
  record Near(List<OpenWindow> first, int open, Map<Integer, String> names) {}

  /** Which fact the headline states; its sentence is under {@code site.home.headline.}. */
  public String headline() {
    return tasks.isEmpty() ? "nothing" : late() > 0 ? "late" : "waiting";
  }

  /** The number in the headline. */
  public int headlineCount() {
    return late() > 0 ? late() : tasks.stream().mapToInt(Task::things).sum();
  }

  private int late() {
    return tasks.stream().filter(Task::late).mapToInt(Task::things).sum();
  }

  /** When the newest data was brought in, on the wall clock of the city. */
  public @Nullable ZonedDateTime asOf() {
    return feed == null ? null : feed.asOf().atZone(ReviewWeek.CHICAGO);
  }
}
