package org.cscc.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.cscc.home.Asking;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fresh the data is, and which of its days are provisional. */
@Component
class Freshness {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final int provisionalDays;

  Freshness(JdbcClient jdbc, Clock clock, @Value("${cscc.incidents.provisional-days:7}") int days) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.provisionalDays = days;
  }

  /** How many of the newest days of the data count as provisional. */
  int provisionalDays() {
    return provisionalDays;
  }

  /** The same for everybody, whichever of the newest changes a person may see. */
  Optional<FeedStatus> latest() {
    return Asking.asTheCenter(this::newest);
  }

  private Optional<FeedStatus> newest() {
    return jdbc.sql(
            """
            select coalesce(c.id, m.id) as id, m.file_name,
                   coalesce(c.at, m.received_at) as as_of,
                   (select max(data_through) from incidents.import where state = 'APPLIED') as through,
                   (select max(last_day) from incidents.import where state = 'APPLIED') as last_day
            from incidents.import m
            left join lateral (
              select id, at from (
                select r.id, r.at from incidents.ruling r
                union all
                select s.id, s.at from incidents.resurvey s where s.moved > 0) changes
              where at > m.received_at order by at desc limit 1) c on true
            where m.state = 'APPLIED' and m.accepted > 0
            order by m.received_at desc, m.order_number desc limit 1
            """)
        .query(
            (row, number) -> {
              Instant through = row.getObject("through", OffsetDateTime.class).toInstant();
              LocalDate lastDay = row.getObject("last_day", LocalDate.class);
              return new FeedStatus(
                  row.getObject("id", UUID.class),
                  row.getString("file_name"),
                  row.getObject("as_of", OffsetDateTime.class).toInstant(),
                  through,
                  lastDay,
                  lastDay.minusDays(provisionalDays - 1L),
                  Duration.between(through, clock.instant()));
            })
        .optional();
  }
}
