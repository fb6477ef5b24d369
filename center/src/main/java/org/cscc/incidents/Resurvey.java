package org.cscc.incidents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.places.Boundaries;
import org.cscc.places.BoundaryFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks up again which area holds each point when new outlines are in force, once for each edition
 * of them and whole or not at all. An incident that counts in another area then gets a new version;
 * where the feed states the area, the stated one goes on counting.
 */
@Component
class Resurvey implements BoundaryFollower {
  private static final Logger LOG = LoggerFactory.getLogger(Resurvey.class);

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Boundaries boundaries;
  private final KnownAreas areas;
  private final Clock clock;
  private final TransactionTemplate whole;

  Resurvey(
      JdbcTemplate template,
      Boundaries boundaries,
      KnownAreas areas,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(template);
    this.template = template;
    this.boundaries = boundaries;
    this.areas = areas;
    this.clock = clock;
    this.whole = new TransactionTemplate(transactions);
  }

  /** Whether there are outlines that nothing was computed with yet. */
  boolean due() {
    return !boundaries.approximate() && followed().isEmpty();
  }

  @Override
  public Optional<Followed> followed() {
    return of(boundaries.edition());
  }

  @Override
  public Followed follow() {
    return Objects.requireNonNull(
        whole.execute(
            status -> {
              ImportTurn.await(jdbc);
              long edition = boundaries.latest();
              return of(edition).orElseGet(() -> survey(edition));
            }));
  }

  private Optional<Followed> of(long edition) {
    return jdbc.sql("select * from incidents.resurvey where edition = ?")
        .param(edition)
        .query(
            (row, number) ->
                new Followed(
                    row.getLong("points"),
                    row.getLong("recomputed"),
                    row.getLong("moved"),
                    row.getLong("unmapped"),
                    IncidentRow.instant(row, "at")))
        .optional();
  }

  private Followed survey(long edition) {
    UUID id = TimeOrderedIds.next();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Survey survey = new Survey(template, areas);
    survey.lookUp();
    survey.moveCasesOfOneRow(id, now);
    CaseLedger ledger = new CaseLedger(jdbc, new CaseWriter(template));
    int chunks = survey.otherCases();
    for (int chunk = 0; chunk < chunks; chunk++) {
      ledger.again(chunk, id, now);
    }
    jdbc.sql(
            """
            insert into incidents.resurvey (id, edition, at, points, recomputed, moved, unmapped)
            select :id, :edition, :at,
                   (select count(*) from incidents.incident where lon is not null),
                   (select count(*) from (select id from surveyed union
                                          select incident from surveyed_row) differing),
                   (select count(*) from incidents.incident_version where ended_by = :id),
                   (select count(*) from incidents.incident where area is null)
            """)
        .param("id", id)
        .param("edition", edition)
        .param("at", now)
        .update();
    Followed followed = of(edition).orElseThrow();
    if (followed.moved() > 0) {
      LOG.info(
          "New outlines: {} of {} incidents count in another area now",
          followed.moved(),
          followed.points());
    }
    return followed;
  }
}
