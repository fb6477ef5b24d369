package org.cscc.tabletops;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.access.Visitor;
import org.cscc.kernel.ReviewWeek;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People of several organizations, and what they plan. */
@TestConfiguration(proxyBeanMethods = false)
class Guests {
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final JdbcClient jdbc;

  Guests(Accounts accounts, Acknowledgements acknowledgements, JdbcClient jdbc) {
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.jdbc = jdbc;
  }

  void clear() {
    jdbc.sql(
            """
            truncate tabletops.exercise, tabletops.scene, tabletops.present, tabletops.finding,
              tabletops.step, tabletops.once
            """)
        .update();
    jdbc.sql("truncate incidents.incident cascade").update();
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization, String... teams) {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of(teams)), name + "-password");
    acknowledgements.acknowledgedOnPaper(name);
    return name;
  }

  /** Somebody of an organization, signed in. */
  Visitor visitor(int port, Role role, String organization, String... teams) {
    String name = add(role, organization, teams);
    return Visitor.of(name, name + "-password", port);
  }

  /** Lets the thread be somebody until told otherwise. */
  String be(String name) {
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
    return name;
  }

  static void beNobody() {
    SecurityContextHolder.clearContext();
  }

  static LocalDate today() {
    return LocalDate.now(ReviewWeek.CHICAGO);
  }

  /** A plan of Austin's for next week, whose story names what is given. */
  static PlanWish wish(String story, String... organizations) {
    return new PlanWish(
        "A warm Friday at the park",
        List.of("austin"),
        null,
        today().plusDays(7),
        LocalTime.of(18, 0),
        "Field house",
        "Know who calls whom",
        List.of(organizations),
        List.of(
            new Scene(Part.PRE, story, List.of("The line is busy"), "What is needed?"),
            new Scene(Part.INCIDENT, "Two are hurt.", List.of(), "Who calls whom?"),
            new Scene(Part.POST, "The morning after.", List.of(), "What is promised?")),
        true);
  }

  /** The form of such a plan. */
  static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("key", UUID.randomUUID().toString());
    form.put("title", "A warm Friday at the park");
    form.put("team", "austin");
    form.put("area", "");
    form.put("day", today().plusDays(7).toString());
    form.put("time", "18:00");
    form.put("place", "Field house");
    form.put("objectives", "Know who calls whom");
    form.put("organization", "CDOT");
    form.put("preStory", "The park is full.");
    form.put("preInjects", "The line is busy\nThe field house closes at eight");
    form.put("preQuestion", "What is needed?");
    form.put("incidentStory", "Two are hurt.");
    form.put("incidentInjects", "");
    form.put("incidentQuestion", "Who calls whom?");
    form.put("postStory", "The morning after.");
    form.put("postInjects", "");
    form.put("postQuestion", "What is promised?");
    form.put("madeUp", "true");
    return form;
  }

  /** Lets the hour of an exercise have been so long ago. */
  void begun(String code, Duration ago) {
    jdbc.sql("update tabletops.exercise set starts_at = ? where code = ?")
        .params(Instant.now().minus(ago).atOffset(ZoneOffset.UTC), code)
        .update();
  }

  String version(String code) {
    return jdbc.sql("select version::text from tabletops.exercise where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }

  /** A shooting in an area so many days ago. */
  void shooting(LocalDate day, int area, String block) {
    UUID id = UUID.randomUUID();
    OffsetDateTime at =
        day.atTime(LocalTime.of(21, 0)).atZone(ReviewWeek.CHICAGO).toOffsetDateTime();
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, lon, lat, occurred_on, area,
               area_stated, area_computed, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            values (:id, :ref, :at, :at, :at, -87.75, 41.88, :on, :area, :area, :area, false, true,
              true, 'NONFATAL_SHOOTING', 'MINUTE', 'COUNTED', 'ALLEY', :block, :id)
            """)
        .param("id", id)
        .param("ref", "synthetic-" + id)
        .param("at", at.withOffsetSameInstant(ZoneOffset.UTC))
        .param("on", day)
        .param("area", area)
        .param("block", block)
        .update();
  }
}
