package org.cscc.reviews;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.Team;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/**
 * Who is told what about meetings: the team's name and an hour go out, never what is spoken about.
 */
@Component
class MeetingTold {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Notices notices;
  private final Accounts accounts;

  MeetingTold(Notices notices, Accounts accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  /** Tells everybody at the table of what a calendar has to learn. */
  void moved(Team team, Meeting meeting, MeetingStep step) {
    String kind =
        switch (step.move()) {
          case "MOVE" -> "moved";
          case "CANCEL" -> "cancelled";
          case "MERGE" -> "merged";
          default -> "";
        };
    if (!kind.isEmpty()) {
      tell(kind, team, meeting, table(team), step.byAccount());
    }
  }

  /** Tells a team that it meets at another hour from now on. */
  void rescheduled(Team team, Meeting first, String by) {
    tell("rescheduled", team, first, table(team), by);
  }

  /** Tells who leads the team, and the director, that a review was not held at its hour. */
  void slipped(Team team, Meeting meeting) {
    Stream<Account> leads =
        accounts.seatedIn(team.code()).stream().filter(a -> a.role() == Role.FACILITATOR);
    Stream<Account> directors =
        accounts.all().stream().filter(account -> account.role() == Role.DIRECTOR);
    tell("slipped", team, meeting, Stream.concat(leads, directors).toList(), "system");
  }

  private List<Account> table(Team team) {
    return accounts.seatedIn(team.code());
  }

  private void tell(
      String kind, Team team, Meeting meeting, Collection<Account> people, String but) {
    List<Notice> written = new ArrayList<>();
    for (Account person : people) {
      if (!person.name().equals(but)) {
        written.add(
            new Notice(
                "reviews.notice." + kind,
                person.name(),
                List.of(team.name(), HOUR.format(meeting.begins())),
                meeting.address(),
                kind.equals("moved") || kind.equals("cancelled"),
                kind + " " + meeting.id() + " " + meeting.sequence() + " " + person.name()));
      }
    }
    notices.post(written);
  }
}
