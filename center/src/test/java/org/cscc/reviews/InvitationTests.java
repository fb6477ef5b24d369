package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.reviews.Records.ENGLEWOOD;
import static org.cscc.reviews.Records.WEEK;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.directory.Teams;
import org.cscc.notices.Enclosures;
import org.cscc.notices.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invitations by mail (RFC 5546): as soon as a week is planned, again with each new hour, and taken
 * back; also to a table that is held together with another one.
 */
@ReviewsTest
class InvitationTests {
  @LocalServerPort int port;
  @Autowired Records records;
  @Autowired MeetingPlan plan;
  @Autowired MeetingStore store;
  @Autowired Schedules schedules;
  @Autowired MeetingInvitations invitations;
  @Autowired Notices notices;
  @Autowired Teams teams;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void nothingIsPlanned() {
    records.clear();
    records.shooting("2026-11-16T20:00", ENGLEWOOD, false);
    records.feed();
  }

  @Test
  void weeksThatArePlannedAndNotYetPreparedAreInTheCalendarOfWhoeverIsToldByMail()
      throws Exception {
    String byMail = seated("englewood", true);
    String onThePage = seated("englewood", false);
    String elsewhere = seated("austin", true);
    plan.ahead();
    assertThat(told(byMail)).hasSize(MeetingPlan.WEEKS_AHEAD).containsOnly("planned");
    assertThat(told(onThePage)).as("it has the calendar's own address").isEmpty();
    assertThat(notices.unseen(byMail)).as("a calendar learns it, nobody need read it").isZero();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from notices.delivery d join notices.notice n on n.id = d.notice
                    where n.recipient = ? and d.channel = 'MAIL'
                    """)
                .param(byMail)
                .query(Integer.class)
                .single())
        .isEqualTo(MeetingPlan.WEEKS_AHEAD);
    Set<String> uids = new HashSet<>();
    for (String enclosure : enclosures(byMail)) {
      String written = written(enclosure);
      assertThat(written)
          .contains("METHOD:REQUEST", "SEQUENCE:0", "CLASS:PRIVATE")
          .doesNotContain("SYNTHETIC AVE", "DESCRIPTION");
      uids.add(uid(written));
    }
    assertThat(uids).as("each meeting is an event of its own").hasSize(MeetingPlan.WEEKS_AHEAD);
    assertThat(told(elsewhere)).hasSize(MeetingPlan.WEEKS_AHEAD);
    assertThat(enclosures(elsewhere)).doesNotContainAnyElementsOf(enclosures(byMail));
    plan.ahead();
    assertThat(told(byMail)).as("once").hasSize(MeetingPlan.WEEKS_AHEAD);
  }

  @Test
  void aNewRuleOfATeamMovesEveryMeetingAheadInTheCalendarsAndIsToldToPeopleOnce() throws Exception {
    String member = seated("englewood", true);
    plan.ahead();
    jdbc.sql("delete from notices.notice where recipient = ?").param(member).update();
    Schedule before = schedules.of("englewood").orElseThrow();
    Schedule later =
        new Schedule(
            before.team(),
            before.rule(),
            before.fromDay(),
            before.startsAt().plusHours(1),
            before.minutes(),
            before.place(),
            before.quorum(),
            false,
            before.version());
    List<TableSeat> seats = schedules.seats("englewood");
    try {
      plan.reschedule(
          access.forSystem(Capability.RUN_MEETINGS),
          teams.byCode("englewood").orElseThrow(),
          later,
          seats);
      assertThat(told(member))
          .hasSize(MeetingPlan.WEEKS_AHEAD)
          .containsOnly("rescheduled", "planned")
          .containsOnlyOnce("rescheduled");
      assertThat(notices.unseen(member)).isEqualTo(1);
      for (String enclosure : enclosures(member)) {
        assertThat(written(enclosure)).contains("METHOD:REQUEST", "SEQUENCE:1");
      }
    } finally {
      jdbc.sql("update reviews.schedule set starts_at = ?, version = ? where team = 'englewood'")
          .params(before.startsAt(), before.version())
          .update();
    }
  }

  @Test
  void aTableThatIsHeldTogetherWithAnotherOneIsToldOfEveryHourUntilItMeetsByItself()
      throws Exception {
    plan.ahead();
    String member = seated("englewood", true);
    Meeting own = meeting("englewood");
    try (Visitor both =
            Visitor.as(Role.FACILITATOR, accounts, port, "englewood", "west-englewood");
        Visitor host = Visitor.as(Role.FACILITATOR, accounts, port, "west-englewood")) {
      step(both, "englewood", "merge", Map.of("other", "west-englewood", "reason", "The border"));
      assertThat(told(member)).containsExactly("merged");
      assertThat(hours(member))
          .as("the other table's day and hour")
          .containsExactly("2026-11-26 13:00");
      // Who leads the other table does not read this one, and its table is told all the same.
      step(host, "west-englewood", "move", moved("2026-11-27T10:00"));
      step(host, "west-englewood", "move", moved("2026-11-27T11:00"));
      assertThat(told(member)).containsExactly("merged", "moved", "moved");
      assertThat(hours(member)).contains("2026-11-27 10:00", "2026-11-27 11:00");
      String request = written(MeetingInvitations.to(own));
      assertThat(request)
          .contains("METHOD:REQUEST", "DTSTART;TZID=America/Chicago:20261127T110000", "SEQUENCE:3");
      step(host, "west-englewood", "cancel", Map.of("reason", "The hall has burst pipes"));
      assertThat(told(member)).containsExactly("merged", "moved", "moved", "returned");
      String back = written(MeetingInvitations.to(own));
      assertThat(back)
          .as("at its own hour, and newer than all that the other one's hour was")
          .contains("METHOD:REQUEST", "DTSTART;TZID=America/Chicago:20261125T130000", "SEQUENCE:5")
          .doesNotContain("pipes");
      assertThat(uid(back)).isEqualTo(uid(request)).startsWith(own.id().toString());
    }
  }

  private String seated(String team, boolean mail) {
    String name = "i-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name,
        "Somebody",
        Role.DEPARTMENT_LIAISON,
        Seats.in("MOCS", Set.of(team)),
        name + "-password");
    if (mail) {
      notices.wishForDemo(name, name + "@city.example", "en");
    }
    return name;
  }

  private List<String> told(String account) {
    return jdbc.sql(
            """
            select replace(kind, 'reviews.notice.', '') from notices.notice where recipient = ?
            order by created_at
            """)
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private List<String> hours(String account) {
    return jdbc.sql("select words[2] from notices.notice where recipient = ? order by created_at")
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private List<String> enclosures(String account) {
    return jdbc.sql("select enclosure from notices.notice where recipient = ?")
        .param(account)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** The invitation as it would go along now; held against the rules of RFC 5545. */
  private String written(String enclosure) throws Exception {
    Enclosures.Enclosed enclosed =
        invitations
            .of(enclosure, "center@city.example", "ana@city.example", Locale.ENGLISH)
            .orElseThrow();
    String written = new String(enclosed.content(), StandardCharsets.UTF_8);
    Calendar read = new CalendarBuilder().build(new StringReader(written));
    assertThat(read.validate().getEntries()).as(written).isEmpty();
    assertThat(enclosed.type())
        .endsWith("method=" + read.getProperty(Property.METHOD).orElseThrow().getValue());
    return written;
  }

  private static String uid(String written) throws Exception {
    return new CalendarBuilder()
        .build(new StringReader(written))
        .<VEvent>getComponents(Component.VEVENT)
        .getFirst()
        .getProperty(Property.UID)
        .orElseThrow()
        .getValue();
  }

  private Meeting meeting(String team) {
    return store.of(team, WEEK.firstDay()).orElseThrow();
  }

  private static Map<String, String> moved(String at) {
    return Map.of("at", at, "place", "Branch library", "reason", "The hall is closed");
  }

  private void step(Visitor visitor, String team, String move, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("version", Integer.toString(meeting(team).version()));
    HttpResponse<String> answer =
        visitor.post("/reviews/2026-11-15/" + team + "/room/" + move, all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }
}
