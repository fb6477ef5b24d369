package org.cscc.reviews;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.notices.Enclosures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars of reviews, read again by another program's rules. */
@ReviewsTest
class CalendarTests {
  private static final String ROOM = "/reviews/2026-11-15/englewood/room";

  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired MeetingCalendar calendar;
  @Autowired MeetingInvitations invitations;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void theWeeksAhead() {
    records.clear();
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
    plan.ahead();
  }

  @Test
  void aFeedTellsTheReviewsOfThePersonsTeamsAndNothingElse() throws Exception {
    try (Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      String path = address(liaison);
      Calendar read = feed(path);
      List<VEvent> events = read.getComponents(Component.VEVENT);
      assertThat(events).hasSize(MeetingPlan.WEEKS_AHEAD);
      VEvent first = event(read, meeting(WEEK));
      assertThat(text(first, Property.SUMMARY)).isEqualTo("Weekly review of Englewood");
      assertThat(text(first, Property.STATUS)).isEqualTo("CONFIRMED");
      assertThat(text(first, Property.SEQUENCE)).isEqualTo("0");
      assertThat(text(first, Property.URL)).endsWith(ROOM);
      assertThat(first.getProperty(Property.DTSTART).orElseThrow())
          .satisfies(
              start -> {
                assertThat(start.getValue()).isEqualTo("20261125T130000");
                assertThat(start.getParameter(Parameter.TZID).orElseThrow().getValue())
                    .isEqualTo("America/Chicago");
              });
      assertThat(read.getComponents(Component.VTIMEZONE)).hasSize(1);
      assertThat(Visitor.stranger(port).get(path).body())
          .doesNotContainIgnoringCase("SYNTHETIC AVE")
          .doesNotContain("DESCRIPTION", "harmed", "shot");
    }
  }

  @Test
  void aMovedReviewKeepsItsUidAndCountsUpAndACancelledOneSaysSo() throws Exception {
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood")) {
      String path = address(facilitator);
      String uid = text(event(feed(path), meeting(WEEK)), Property.UID);
      assertThat(step(facilitator, "move", moved("2026-11-27T10:00")).statusCode()).isEqualTo(302);
      VEvent after = event(feed(path), meeting(WEEK));
      assertThat(text(after, Property.UID)).isEqualTo(uid);
      assertThat(text(after, Property.SEQUENCE)).isEqualTo("1");
      assertThat(text(after, Property.DTSTART)).isEqualTo("20261127T100000");
      assertThat(text(after, Property.LOCATION)).isEqualTo("Branch library");
      assertThat(
              step(facilitator, "cancel", Map.of("reason", "The hall has burst pipes"))
                  .statusCode())
          .isEqualTo(302);
      VEvent cancelled = event(feed(path), meeting(WEEK));
      assertThat(text(cancelled, Property.UID)).isEqualTo(uid);
      assertThat(text(cancelled, Property.SEQUENCE)).isEqualTo("2");
      assertThat(text(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
      assertThat(Visitor.stranger(port).get(path).body()).doesNotContain("pipes");
    }
  }

  @Test
  void aReviewThatIsHeldWithAnotherTeamFollowsItsHour() throws Exception {
    try (Visitor both =
            Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood");
        Visitor member = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port, "englewood")) {
      String path = address(member);
      assertThat(
              step(both, "merge", Map.of("other", "west-englewood", "reason", "The same border"))
                  .statusCode())
          .isEqualTo(302);
      Meeting host = store.of("west-englewood", WEEK.firstDay()).orElseThrow();
      VEvent event = event(feed(path), meeting(WEEK));
      assertThat(text(event, Property.DTSTART)).isEqualTo(local(host.begins()));
      assertThat(text(event, Property.STATUS)).isEqualTo("CONFIRMED");
    }
  }

  @Test
  void anAddressIsWorthNothingWhenItIsRenewedEndedOrItsPersonIs() {
    String name = "c-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        Role.DEPARTMENT_LIAISON,
        Seats.in("MOCS", Set.of("englewood")),
        name + "-password");
    try (Visitor person = Visitor.of(name, name + "-password", port);
        Visitor stranger = Visitor.stranger(port)) {
      String first = address(person);
      assertThat(stranger.get(first).statusCode()).isEqualTo(200);
      assertThat(person.page("/reviews/calendar").text()).contains("read it last on");
      String second = address(person);
      assertThat(stranger.get(first).statusCode()).isEqualTo(404);
      assertThat(stranger.get(second).statusCode()).isEqualTo(200);
      assertThat(jdbc.sql("select secret::text from reviews.calendar_feed").query(String.class))
          .satisfies(rows -> assertThat(rows.single()).doesNotContain(secret(second)));
      assertThat(person.post("/reviews/calendar/end", Map.of()).statusCode()).isEqualTo(302);
      assertThat(stranger.get(second).statusCode()).isEqualTo(404);
      String third = address(person);
      jdbc.sql(
              """
              update access.acknowledgement set acknowledged_at = acknowledged_at - interval '9 years',
                expires_at = expires_at - interval '9 years'
              where account_id = (select id from access.account where name = ?)
              """)
          .param(name)
          .update();
      assertThat(stranger.get(third).statusCode())
          .as("R-HRIT-07: without an acknowledgement in date")
          .isEqualTo(404);
      accounts.end(name);
      assertThat(stranger.get(third).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // before and after the clocks go back on 1 November 2026 and forward on 14 March 2027
    "2026-10-28T13:00, -5",
    "2026-11-04T13:00, -6",
    "2027-03-10T13:00, -6",
    "2027-03-17T13:00, -5",
  })
  void theHourOnTheWallIsWrittenWithItsZoneAndTheZonesRulesGiveTheSameInstant(
      LocalDateTime wall, int offset) throws Exception {
    Meeting meeting = at(wall);
    String written =
        calendar.feed(
            List.of(new MeetingCalendar.Entry("Englewood", meeting, meeting)),
            Locale.ENGLISH,
            meeting.startsAt());
    Calendar read = parsed(written);
    VEvent event = event(read, meeting);
    assertThat(text(event, Property.DTSTART)).isEqualTo(local(meeting.begins()));
    VTimeZone zone = read.<VTimeZone>getComponents(Component.VTIMEZONE).getFirst();
    assertThat(
            requireNonNull(zone.getApplicableObservance(meeting.begins()))
                .getProperty(Property.TZOFFSETTO)
                .orElseThrow()
                .getValue())
        .isEqualTo("-0" + Math.abs(offset) + "00");
    assertThat(meeting.begins().getOffset().getTotalSeconds()).isEqualTo(offset * 3600);
  }

  @Test
  void anInvitationIsAskedForByNameAndTakenBackWithTheSameUid() throws Exception {
    Meeting meeting = meeting(WEEK);
    Calendar request = invitation(meeting, "en");
    assertThat(request.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("REQUEST");
    VEvent event = event(request, meeting);
    assertThat(text(event, Property.ORGANIZER)).isEqualTo("mailto:center@city.example");
    assertThat(text(event, Property.ATTENDEE)).isEqualTo("mailto:ana@city.example");
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "englewood");
        Visitor member = Visitor.as(Role.OUTREACH, accounts, port, "englewood")) {
      step(facilitator, "cancel", Map.of("reason", "The hall has burst pipes"));
      assertThat(member.page("/notices").text()).contains("Englewood does not meet");
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from notices.notice
                    where kind = 'reviews.notice.cancelled' and enclosure = 'invitation ' || ?
                    """)
                .param(meeting.id().toString())
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(2);
    Calendar cancel = invitation(meeting, "es");
    assertThat(cancel.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("CANCEL");
    assertThat(text(event(cancel, meeting), Property.UID)).isEqualTo(text(event, Property.UID));
    assertThat(text(event(cancel, meeting), Property.SEQUENCE)).isEqualTo("1");
    assertThat(text(event(cancel, meeting), Property.SUMMARY))
        .isEqualTo("Revisión semanal de Englewood");
    assertThat(invitations.of("something else", "a@b.example", "c@d.example", Locale.ENGLISH))
        .isEmpty();
  }

  private Calendar invitation(Meeting meeting, String language) throws Exception {
    Enclosures.Enclosed enclosed =
        invitations
            .of(
                MeetingInvitations.to(meeting),
                "center@city.example",
                "ana@city.example",
                Locale.of(language))
            .orElseThrow();
    return parsed(new String(enclosed.content(), java.nio.charset.StandardCharsets.UTF_8));
  }

  private Meeting at(LocalDateTime wall) {
    Meeting planned = meeting(WEEK);
    java.time.Instant at = WallClock.at(wall.toLocalDate(), wall.toLocalTime());
    return new Meeting(
        planned.id(),
        planned.team(),
        planned.week(),
        at,
        at,
        60,
        "Hall, 2nd floor; ring twice",
        4,
        MeetingState.SCHEDULED,
        0,
        null,
        null,
        0,
        null,
        1);
  }

  private Meeting meeting(ReviewWeek week) {
    return store.of("englewood", week.firstDay()).orElseThrow();
  }

  private Calendar feed(String path) throws Exception {
    HttpResponse<String> answer;
    try (Visitor program = Visitor.stranger(port)) {
      answer = program.get(path);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    return parsed(answer.body());
  }

  /** Reads what was written, and holds it against the rules of RFC 5545. */
  private static Calendar parsed(String written) throws Exception {
    Calendar read = new CalendarBuilder().build(new StringReader(written));
    assertThat(read.validate().getEntries()).as(written).isEmpty();
    assertThat(written.lines()).allMatch(line -> line.length() <= 75);
    return read;
  }

  private static VEvent event(Calendar calendar, Meeting meeting) {
    return calendar.<VEvent>getComponents(Component.VEVENT).stream()
        .filter(event -> text(event, Property.UID).startsWith(meeting.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String text(VEvent event, String name) {
    return event.getProperty(name).orElseThrow().getValue();
  }

  private static String local(ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    LocalTime time = at.toLocalTime();
    return "%04d%02d%02dT%02d%02d00"
        .formatted(
            day.getYear(),
            day.getMonthValue(),
            day.getDayOfMonth(),
            time.getHour(),
            time.getMinute());
  }

  private static Map<String, String> moved(String at) {
    Map<String, String> wish = new HashMap<>();
    wish.put("at", at);
    wish.put("place", "Branch library");
    wish.put("reason", "The hall is closed");
    return wish;
  }

  private HttpResponse<String> step(Visitor visitor, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("version", Integer.toString(meeting(WEEK).version()));
    return visitor.post(ROOM + "/" + move, all);
  }

  /** Makes an address by the form of the page; its path. */
  private static String address(Visitor visitor) {
    HttpResponse<String> made = visitor.post("/reviews/calendar", Map.of());
    assertThat(made.statusCode()).isEqualTo(200);
    String address = org.jsoup.Jsoup.parse(made.body()).select("#address").val();
    return address.substring(address.indexOf("/reviews/"));
  }

  private static String secret(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".ics".length());
  }
}
