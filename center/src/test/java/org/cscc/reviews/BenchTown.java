package org.cscc.reviews;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents enough for a bench: one of ten of them killed or hurt somebody. */
final class BenchTown {
  private BenchTown() {}

  /** Ten years of incidents around the centers of the areas, the same every time. */
  static void fill(JdbcClient jdbc, int incidents) {
    jdbc.sql(
            """
            insert into incidents.incident
              (id, ref, occurred_at, first_seen_at, last_changed_at, lon, lat, occurred_on, area,
               area_stated, area_computed, domestic, gunshot, serious, type, occurred_precision,
               standing, location_class, block, import)
            select gen_random_uuid(), 'bench-' || n, at, at, at,
                   a.center_lon + ((n::bigint * 7919) % 2000 - 1000) / 100000.0,
                   a.center_lat + ((n::bigint * 6421) % 2000 - 1000) / 100000.0,
                   (at at time zone 'America/Chicago')::date, a.number, a.number, a.number, false,
                   n % 10 = 0, n % 10 = 0, case when n % 10 <> 0 then 'OTHER' when n % 50 = 0 then 'HOMICIDE' else 'NONFATAL_SHOOTING' end,
                   'MINUTE', 'COUNTED', 'STREET', (n::bigint * 31 % 97) || 'XX S SYNTHETIC AVE',
                   gen_random_uuid()
            from (select n, timestamptz '2016-11-25 06:00Z'
                         + ((n::bigint * 48271) % 315500000) * interval '1 second' as at
                  from generate_series(1, ?) n) s
            join places.area a on a.number = s.n % 77 + 1
            """)
        .param(incidents)
        .update();
    jdbc.sql(
            """
            insert into incidents.victimization
              (id, incident, seq, kind, fatal, age_band, occurred_at, occurred_on, area)
            select gen_random_uuid(), id, 1, type, type = 'HOMICIDE', 'AGE_25_34', occurred_at,
                   occurred_on, area
            from incidents.incident where serious
            """)
        .update();
    jdbc.sql("analyze incidents.incident").update();
  }
}
