package org.cscc.tabletops;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/**
 * Who is told of an exercise: the liaisons of whoever is asked to the table. Its code, its team and
 * its time go out; never its title, its place or a word of its story.
 */
@Component
class ExerciseTold {
  private static final Set<Role> LIAISONS =
      Set.of(Role.DEPARTMENT_LIAISON, Role.POLICE_LIAISON, Role.OUTREACH, Role.ADVOCATE);

  /** Read alike in both languages. */
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Notices notices;
  private final Accounts accounts;
  private final Teams teams;

  ExerciseTold(Notices notices, Accounts accounts, Teams teams) {
    this.notices = notices;
    this.accounts = accounts;
    this.teams = teams;
  }

  void planned(Exercise exercise, String by) {
    tell("planned", exercise, exercise.begins(), exercise.organizations(), by);
  }

  /**
   * The plan is another one: who was asked before and still is hears of another time or place, who
   * is new is asked, and who is not asked any more hears that.
   */
  void edited(Exercise before, Exercise after, String by) {
    Set<String> fresh = new TreeSet<>(after.organizations());
    fresh.removeAll(before.organizations());
    Set<String> gone = new TreeSet<>(before.organizations());
    gone.removeAll(after.organizations());
    Set<String> stay = new TreeSet<>(after.organizations());
    stay.removeAll(fresh);
    tell("planned", after, after.begins(), fresh, by);
    tell("let-out", before, before.begins(), gone, by);
    if (!before.startsAt().toInstant().equals(after.startsAt().toInstant())
        || !before.place().equals(after.place())) {
      tell("moved", after, after.begins(), stay, by);
    }
  }

  void cancelled(Exercise exercise, String by) {
    tell("cancelled", exercise, exercise.begins(), exercise.organizations(), by);
  }

  private void tell(
      String what,
      Exercise exercise,
      ZonedDateTime when,
      Collection<String> organizations,
      String by) {
    if (organizations.isEmpty()) {
      return;
    }
    String team = teams.byCode(exercise.lead()).map(Team::name).orElse(exercise.lead());
    notices.post(
        accounts.all().stream()
            .filter(person -> LIAISONS.contains(person.role()))
            .filter(person -> organizations.contains(person.organization()))
            .filter(person -> !person.name().equals(by))
            .map(
                person ->
                    new Notice(
                        "tabletops.notice." + what,
                        person.name(),
                        List.of(exercise.code(), team, WHEN.format(when)),
                        // Who is not asked any more does not reach its page.
                        what.equals("let-out") ? "/tabletops" : "/tabletops/" + exercise.code(),
                        false,
                        null))
            .toList());
  }
}
