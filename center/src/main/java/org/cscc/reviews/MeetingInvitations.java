package org.cscc.reviews;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.notices.Enclosures;
import org.springframework.stereotype.Component;

/** Invitations to reviews, which go along with the notices that tell of them. */
@Component
class MeetingInvitations implements Enclosures {
  private static final String WORD = "invitation ";

  private final MeetingStore store;
  private final MeetingCalendar calendar;
  private final Teams teams;
  private final Clock clock;

  MeetingInvitations(MeetingStore store, MeetingCalendar calendar, Teams teams, Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.teams = teams;
    this.clock = clock;
  }

  /** How a notice names the invitation to a meeting. */
  static String to(Meeting meeting) {
    return WORD + meeting.id();
  }

  @Override
  public Optional<Enclosed> of(String reference, String from, String to, Locale language) {
    return reference.startsWith(WORD)
        ? store
            .byId(UUID.fromString(reference.substring(WORD.length())))
            .map(meeting -> enclosed(meeting, from, to, language))
        : Optional.empty();
  }

  private Enclosed enclosed(Meeting meeting, String from, String to, Locale language) {
    String team = teams.byCode(meeting.team()).map(Team::name).orElse(meeting.team());
    UUID other = meeting.mergedInto();
    Meeting held = other == null ? meeting : store.byId(other).orElse(meeting);
    MeetingCalendar.Entry entry = new MeetingCalendar.Entry(team, meeting, held);
    String written = calendar.invitation(entry, from, to, language, clock.instant());
    return new Enclosed(
        "text/calendar; charset=UTF-8; method=" + entry.method().getValue(),
        "review.ics",
        written.getBytes(StandardCharsets.UTF_8));
  }
}
