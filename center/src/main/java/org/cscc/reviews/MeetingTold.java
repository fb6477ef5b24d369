package org.cscc.reviews;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.actions.ActionItem;
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

  /**
   * Tells everybody at the table of what a calendar has to learn.
   *
   * @param held the meeting whose hour counts: another one's when they are held together
   */
  void moved(Team team, Meeting meeting, Meeting held, MeetingStep step) {
    String kind =
        switch (step.move()) {
          case "MOVE" -> "moved";
          case "CANCEL" -> "cancelled";
          case "MERGE" -> "merged";
          default -> "";
        };
    if (!kind.isEmpty()) {
      // Whoever moved it knows, but their calendar does not.
      notices.post(written(kind, team, meeting, held, table(team)));
    }
  }

  /** Tells a table that is held together with another one of the other one's new hour. */
  void followed(Team team, Meeting meeting, Meeting held) {
    notices.post(written("moved", team, meeting, held, table(team)));
  }

  /** Invites everybody at the table to a meeting that was put down, or has another hour. */
  void planned(Team team, Meeting meeting, Meeting held) {
    notices.enclose(written("planned", team, meeting, held, table(team)));
  }

  /**
   * Tells everybody at the table that the minutes are there, and each owner how much of what is new
   * is theirs.
   *
   * @param revision 1 for the first minutes; a later one says that they were amended
   * @param guests tables that are held together with it, and are told of their own
   */
  void closed(
      Team team, Meeting meeting, int revision, List<ActionItem> items, List<GuestTable> guests) {
    List<Notice> written = new ArrayList<>(minutes(team, meeting, meeting, revision));
    for (GuestTable guest : guests) {
      written.addAll(minutes(guest.team(), guest.meeting(), meeting, revision));
    }
    Map<String, Long> owed = new TreeMap<>();
    for (ActionItem item : items) {
      if (item.ownerAccount() != null && item.parentCode() == null) {
        owed.merge(item.ownerAccount(), 1L, Long::sum);
      }
    }
    owed.forEach(
        (owner, count) ->
            written.add(
                new Notice(
                    "reviews.notice.items",
                    owner,
                    List.of(Long.toString(count), team.name()),
                    "/actions?view=MINE",
                    true,
                    "items " + meeting.id() + " " + count + " " + owner)));
    notices.post(written);
  }

  private List<Notice> minutes(Team team, Meeting meeting, Meeting held, int revision) {
    return table(team).stream()
        .map(
            person ->
                new Notice(
                    "reviews.notice." + (revision == 1 ? "minutes" : "amended"),
                    person.name(),
                    List.of(team.name(), HOUR.format(held.begins())),
                    meeting.minutesAddress(),
                    false,
                    "minutes " + meeting.id() + " " + revision + " " + person.name()))
        .toList();
  }

  /** Tells a table whose host was cancelled that it meets at its own hour after all. */
  void returned(Team team, Meeting meeting) {
    tell("returned", team, meeting, table(team));
  }

  /** Tells a table that was to be held with another one, and whose own hour is over. */
  void cancelled(Team team, Meeting meeting) {
    tell("cancelled", team, meeting, table(team));
  }

  /** Tells everybody at the table that the packet is there, and sends the hour along. */
  void published(Team team, Meeting meeting) {
    tell("agenda", team, meeting, table(team));
  }

  /** Tells a team that it meets at another hour from now on. */
  void rescheduled(Team team, Meeting first) {
    tell("rescheduled", team, first, table(team));
  }

  /** Tells who leads the team, and the director, that a review was not held at its hour. */
  void slipped(Team team, Meeting meeting) {
    Stream<Account> directors =
        accounts.all().stream().filter(account -> account.role() == Role.DIRECTOR);
    tell("slipped", team, meeting, Stream.concat(leads(team), directors).toList());
  }

  /** Tells who leads the team that a review was held and is not closed. */
  void unclosed(Team team, Meeting meeting) {
    notices.post(
        leads(team)
            .map(
                person ->
                    new Notice(
                        "reviews.notice.unclosed",
                        person.name(),
                        List.of(team.name(), HOUR.format(meeting.begins())),
                        meeting.address(),
                        false,
                        "unclosed " + meeting.id() + " " + meeting.version() + " " + person.name()))
            .toList());
  }

  private Stream<Account> leads(Team team) {
    return table(team).stream().filter(account -> account.role() == Role.FACILITATOR);
  }

  private List<Account> table(Team team) {
    return accounts.seatedIn(team.code());
  }

  private void tell(String kind, Team team, Meeting meeting, Collection<Account> people) {
    notices.post(written(kind, team, meeting, meeting, people));
  }

  private static List<Notice> written(
      String kind, Team team, Meeting meeting, Meeting held, Collection<Account> people) {
    int sequence = new MeetingCalendar.Entry(team.name(), meeting, held).sequence();
    List<Notice> written = new ArrayList<>();
    for (Account person : people) {
      written.add(
          new Notice(
              "reviews.notice." + kind,
              person.name(),
              List.of(team.name(), HOUR.format(held.begins())),
              meeting.address(),
              kind.equals("moved") || kind.equals("cancelled") || kind.equals("returned"),
              kind + " " + meeting.id() + " " + sequence + " " + person.name(),
              kind.equals("slipped") ? null : MeetingInvitations.to(meeting)));
    }
    return written;
  }
}
