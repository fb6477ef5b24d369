package org.cscc.reviews;

import java.time.Instant;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * Whose packet it is, of which week, and as of when.
 *
 * @param team code of the team
 * @param areas what the team looks after
 * @param preparedAt when the content was put together
 * @param dataAsOf when the newest feed was brought in
 * @param beforeCut whether it was prepared before the week's cut, when records are still arriving
 * @param synthetic whether the city is made up
 */
record PacketHead(
    String team,
    String teamName,
    ReviewWeek week,
    List<Ground> areas,
    Instant preparedAt,
    Instant dataAsOf,
    boolean beforeCut,
    boolean synthetic) {

  /**
   * An area in the team's care.
   *
   * @param subArea the part of it, in words; null for all of it
   * @param lead whether the team leads there
   */
  record Ground(int number, String name, @Nullable String subArea, boolean lead) {}
}
