package org.cscc.reviews;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.cscc.kernel.ReviewWeek;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Meetings as calendar programs read them (RFC 5545, RFC 5546): the team, the hour on Chicago's
 * wall clock, the place and the page. An event keeps its UID whatever becomes of the meeting, and
 * counts its SEQUENCE up with whatever a calendar has to learn. Nothing is told of incidents, and
 * no reason.
 */
@Component
class MeetingCalendar {
  private static final String ZONE = ReviewWeek.CHICAGO.getId();
  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  private final MessageSource messages;
  private final String mailFrom;
  private final String center;

  MeetingCalendar(
      MessageSource messages,
      @Value("${cscc.mail.from:}") String mailFrom,
      @Value("${cscc.public-address:http://localhost:${server.port:8080}}") String center) {
    this.messages = messages;
    // Without a mail server nobody can be written to; the name ends where no mail goes.
    this.mailFrom = mailFrom.isBlank() ? "center@cscc.invalid" : mailFrom;
    this.center = center;
  }

  /**
   * A meeting and whose it is.
   *
   * @param team name of the team
   * @param held the meeting whose hour and place count: another one's when they are held together
   */
  record Entry(String team, Meeting meeting, Meeting held) {
    /** Whether nobody has to come: it was cancelled, or what it is held with was. */
    boolean cancelled() {
      return meeting.state() == MeetingState.CANCELLED || held.state() == MeetingState.CANCELLED;
    }

    /** What an invitation says: come, or do not come. */
    Method method() {
      return cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    /** Counts up with whatever a calendar has to learn, of the other meeting's hour as well. */
    int sequence() {
      return meeting.sequence() + (held.id().equals(meeting.id()) ? 0 : held.sequence());
    }
  }

  /** A calendar to be read again and again. */
  String feed(List<Entry> entries, Locale language, Instant now) {
    Calendar calendar = empty(ImmutableMethod.PUBLISH);
    calendar.add(
        new XProperty(
            "X-WR-CALNAME", messages.getMessage("reviews.calendar.name", null, language)));
    calendar.add(new XProperty("X-PUBLISHED-TTL", ASK_AGAIN.toString()));
    for (Entry entry : entries) {
      VEvent event = event(entry, language, now);
      event.add(organizer(mailFrom, language));
      calendar.add(event);
    }
    return written(calendar);
  }

  /** An invitation, or what takes it back, for one person. */
  String invitation(Entry entry, String from, String to, Locale language, Instant now) {
    Calendar calendar = empty(entry.method());
    VEvent event = event(entry, language, now);
    event.add(organizer(from, language));
    Attendee attendee = new Attendee(mailto(to));
    attendee.add(PartStat.NEEDS_ACTION);
    // Nobody reads an answer: who is there is noted at the table.
    attendee.add(Rsvp.FALSE);
    event.add(attendee);
    calendar.add(event);
    return written(calendar);
  }

  private Organizer organizer(String address, Locale language) {
    Organizer organizer = new Organizer(mailto(address));
    organizer.add(new Cn(messages.getMessage("reviews.calendar.name", null, language)));
    return organizer;
  }

  /** From its parts, so that signs such as % and | which an address may have are written safely. */
  private static URI mailto(String address) {
    try {
      URI written = new URI("mailto", address, null);
      // In such a URI these two begin what is not the address any more (RFC 6068).
      return URI.create(written.toASCIIString().replace("?", "%3F").replace("&", "%26"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("An address that no calendar can name", e);
    }
  }

  private static Calendar empty(Method method) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//CSCC//Reviews//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method);
    calendar.add(
        Objects.requireNonNull(
                TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(ZONE))
            .getVTimeZone());
    return calendar;
  }

  private VEvent event(Entry entry, Locale language, Instant now) {
    Meeting meeting = entry.meeting();
    Meeting held = entry.held();
    VEvent event =
        new VEvent(
            held.begins(),
            held.ends(),
            messages.getMessage("reviews.calendar.event", new Object[] {entry.team()}, language));
    event.replace(new DtStamp(now));
    event.add(new Uid(meeting.id() + "@cscc"));
    event.add(new Sequence(entry.sequence()));
    event.add(
        entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    if (!held.place().isEmpty()) {
      event.add(new Location(held.place()));
    }
    event.add(new Url(URI.create(center + meeting.address())));
    event.add(ImmutableClazz.PRIVATE);
    return event;
  }

  private static String written(Calendar calendar) {
    StringWriter out = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
