package org.cscc.directory.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of services that are offered, a page at a time; six statements for each page. */
@Component
class ServiceList {
  static final int AT_ONCE = 25;

  private static final String WANTED =
      """
      s.active and (cast(:need as text) is null or s.need = :need)
        and (:language = '' or :language = any (s.languages))
        and (cast(:area as int) is null or exists (
          select from directory.offer f where f.service = s.id
            and (cardinality(f.areas) = 0 or :area = any (f.areas))))
      """;

  private final JdbcClient jdbc;
  private final Services services;

  ServiceList(JdbcClient jdbc, Services services) {
    this.jdbc = jdbc;
    this.services = services;
  }

  /**
   * What somebody looks for.
   *
   * @param language two letters; empty for any
   * @param after the last service of the page before; null for the first page
   */
  record Wanted(
      @Nullable Need need, @Nullable Integer area, String language, @Nullable UUID after) {}

  /**
   * A page of it.
   *
   * @param found how many there are on all pages
   * @param stale those of them that nobody has asked about for long
   * @param total services that are offered at all
   * @param next the last one, after which the next page begins; null when none comes
   */
  record Page(List<Service> services, int found, int stale, int total, @Nullable UUID next) {}

  private record Counts(int found, int stale, int total) {}

  /** By organization and name. */
  Page page(Wanted wanted, LocalDate today) {
    Counts counts =
        asking(
                """
                select count(*) as found,
                  count(*) filter (where s.assured_on is null or s.assured_on < :fresh) as stale,
                  (select count(*) from directory.service where active) as total
                from directory.service s where\s"""
                    + WANTED,
                wanted)
            .param("fresh", today.minusDays(Service.FRESH_DAYS))
            .query(
                (row, n) ->
                    new Counts(row.getInt("found"), row.getInt("stale"), row.getInt("total")))
            .single();
    // A service that is not there any more begins from the start.
    List<UUID> ids =
        asking(
                """
                select s.id from directory.service s
                  join directory.organization o on o.code = s.organization
                  left join (directory.service l
                    join directory.organization lo on lo.code = l.organization)
                    on l.id = cast(:after as uuid)
                where (l.id is null or (o.name, s.name, s.id) > (lo.name, l.name, l.id)) and\s"""
                    + WANTED
                    + "order by o.name, s.name, s.id limit :most",
                wanted)
            .param("after", wanted.after())
            .param("most", AT_ONCE + 1)
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    boolean more = ids.size() > AT_ONCE;
    List<UUID> shown = more ? ids.subList(0, AT_ONCE) : ids;
    return new Page(
        services.withIds(shown),
        counts.found(),
        counts.stale(),
        counts.total(),
        more ? shown.getLast() : null);
  }

  /** In which languages something is offered. */
  List<String> languages() {
    return jdbc.sql(
            "select distinct unnest(languages) as code from directory.service where active"
                + " order by code")
        .query((row, n) -> row.getString("code"))
        .list();
  }

  private JdbcClient.StatementSpec asking(String sql, Wanted wanted) {
    return jdbc.sql(sql)
        .param("need", wanted.need() == null ? null : wanted.need().name())
        .param("area", wanted.area())
        .param("language", wanted.language());
  }
}
