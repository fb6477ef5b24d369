package org.cscc.reviews;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a team meets.
 *
 * @param rule the days, as {@link MeetingRule} reads them
 * @param fromDay day that the rule counts from
 * @param startsAt the hour on Chicago's wall clock
 * @param place in words; empty when it is not known
 * @param quorum seats that have to be taken for a review that counts
 * @param assumed whether it rests on our own reading
 */
record Schedule(
    String team,
    String rule,
    LocalDate fromDay,
    LocalTime startsAt,
    int minutes,
    String place,
    int quorum,
    boolean assumed,
    int version) {
  MeetingRule days() {
    return MeetingRule.read(rule, fromDay);
  }
}
