package org.cscc.patterns;

import java.util.List;
import org.cscc.analysis.RollingCounts;

/** What happened on one ground: its incidents, and the day of each person harmed. */
final class Part {
  private final List<Happening> happenings;
  private final int[] all;
  private final int[] killed;
  private final int[] injured;

  /** Both lists in order of days. */
  Part(List<Person> people, List<Happening> happenings) {
    this.happenings = happenings;
    this.all = people.stream().mapToInt(Person::day).toArray();
    this.killed = people.stream().filter(Person::fatal).mapToInt(Person::day).toArray();
    this.injured = people.stream().filter(p -> !p.fatal()).mapToInt(Person::day).toArray();
  }

  /** Its incidents in order of days. */
  List<Happening> happenings() {
    return happenings;
  }

  /** Incidents between two epoch days, both included. */
  List<Happening> between(int from, int to) {
    return History.between(happenings, from, to);
  }

  /** The epoch day of each person harmed, ascending; not to be changed. */
  int[] days(Harm harm) {
    return switch (harm) {
      case ALL -> all;
      case KILLED -> killed;
      case INJURED -> injured;
    };
  }

  /** People harmed between two epoch days, both included. */
  int count(Harm harm, int from, int to) {
    return RollingCounts.between(days(harm), from, to);
  }
}
