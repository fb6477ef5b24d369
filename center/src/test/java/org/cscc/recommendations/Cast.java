package org.cscc.recommendations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.access.Visitor;
import org.cscc.kernel.ReviewWeek;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People around a review in Austin, and synthetic incidents for it. */
@TestConfiguration(proxyBeanMethods = false)
class Cast {
  static final int AUSTIN = 25;
  static final String BLOCK = "050XX W SYNTHETIC ST";

  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Access access;
  private final JdbcClient jdbc;

  Cast(Accounts accounts, Acknowledgements acknowledgements, Access access, JdbcClient jdbc) {
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.access = access;
    this.jdbc = jdbc;
  }

  void clear() {
    jdbc.sql(
            "truncate recommendations.review, recommendations.reviewed, recommendations.section,"
                + " recommendations.review_step, recommendations.recommendation,"
                + " recommendations.wording, recommendations.step, recommendations.escalation,"
                + " recommendations.once, recommendations.week")
        .update();
    jdbc.sql("truncate incidents.incident cascade").update();
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization, String... teams) {
    String name = "r-" + UUID.randomUUID().toString().substring(0, 12);
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

  /** A shooting in Austin so many days ago, at nine in the evening. */
  UUID shooting(int daysAgo, String block) {
    UUID id = UUID.randomUUID();
    LocalDate day = LocalDate.now(ReviewWeek.CHICAGO).minusDays(daysAgo);
    OffsetDateTime at =
        day.atTime(LocalTime.of(21, 0)).atZone(ReviewWeek.CHICAGO).toOffsetDateTime();
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, lon, lat, occurred_on, area,
               area_stated, area_computed, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            values (:id, :ref, :at, :now, :now, -87.75, 41.88, :on, 25, 25, 25, false, true, true,
              'NONFATAL_SHOOTING', 'MINUTE', 'COUNTED', 'ALLEY', :block, :id)
            """)
        .param("id", id)
        .param("ref", "synthetic-" + id)
        .param("at", at.withOffsetSameInstant(ZoneOffset.UTC))
        .param("now", OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo))
        .param("on", day)
        .param("block", block)
        .update();
    return id;
  }

  /** An open review in Austin without an incident. */
  String review() {
    String code = code();
    jdbc.sql(
            """
            insert into recommendations.review
              (id, code, team, area, block, state, opened_by, opened_at, changed_at)
            values (gen_random_uuid(), ?, 'austin', 25, ?, 'OPEN', 'test', now(), now())
            """)
        .params(code, BLOCK)
        .update();
    return code;
  }

  /** Recommendations of a review that were issued some days ago and due some days later. */
  void issued(String review, String to, int number, int daysAgo, int dueAfter) {
    jdbc.sql(
            """
            insert into recommendations.recommendation (id, code, review, review_code, team, area,
              title, said, level, addressed_to, shown_to, state, written_by, proposed_by,
              issued_at, due_at, steering_at, changed_at)
            select gen_random_uuid(),
              upper(lpad(to_hex((select count(*) from recommendations.recommendation) + i), 4, '0'))
                || '-' || upper(substr(md5(:to), 1, 4)),
              r.id, r.code, r.team, r.area, 'Light the alleys of the block',
              'Lights in the alley are out, so repair them sooner.', 'PLACE', :to, :to, 'ISSUED',
              'test', 'test', now() - make_interval(days => :ago),
              now() + make_interval(days => :after - :ago),
              now() + make_interval(days => 14 + :after - :ago), now()
            from recommendations.review r, generate_series(1, :number) i where r.code = :review
            """)
        .param("review", review)
        .param("to", to)
        .param("number", number)
        .param("ago", daysAgo)
        .param("after", dueAfter)
        .update();
    jdbc.sql(
            """
            insert into recommendations.step (recommendation, position, move, from_state, to_state,
              by_account, by_role, by_organization, at)
            select id, 1, 'ISSUE', 'PROPOSED', 'ISSUED', 'test', 'DIRECTOR', 'MOCS', issued_at
            from recommendations.recommendation t where not exists
              (select from recommendations.step s where s.recommendation = t.id)
            """)
        .update();
  }

  List<String> codes() {
    return jdbc.sql("select code from recommendations.recommendation order by code")
        .query((row, n) -> row.getString("code"))
        .list();
  }

  /** Moves as whoever the thread is. */
  RecommendationMoved move(RecommendationDesk desk, String code, RecommendationMove move) {
    int version =
        jdbc.sql("select version from recommendations.recommendation where code = ?")
            .param(code)
            .query(Integer.class)
            .single();
    return desk.move(access.require(Capability.READ_RECOMMENDATIONS), null, code, version, move);
  }

  static String code() {
    return UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT).substring(4, 8)
        + "-"
        + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT).substring(0, 4);
  }
}
