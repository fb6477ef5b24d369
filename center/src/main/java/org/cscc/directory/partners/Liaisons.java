package org.cscc.directory.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.directory.Contacts;
import org.cscc.directory.partners.Changes.What;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks for which organization: the liaison, deputies, and whom a late promise goes up to. */
@Component
class Liaisons implements Contacts {
  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  Liaisons(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /** Those of today, liaisons first. */
  List<Liaison> of(String organization) {
    return jdbc.sql(
            """
            select id, organization, name, part, phone, email, since, until from directory.liaison
            where organization = :organization and (until is null or until >= :today)
            order by case part when 'LIAISON' then 1 when 'DEPUTY' then 2 else 3 end, name, id
            """)
        .param("organization", organization)
        .param("today", today())
        .query(DataClassRowMapper.newInstance(Liaison.class))
        .list();
  }

  @Override
  public Map<String, String> of(Collection<String> organizations) {
    Map<String, String> lines = new HashMap<>();
    jdbc.sql(
            """
            select organization,
              string_agg(case phone when '' then name else name || ' (' || phone || ')' end, ', '
                         order by case part when 'LIAISON' then 1 else 2 end, name, id) as line
            from directory.liaison
            where organization = any (:organizations) and part in ('LIAISON', 'DEPUTY')
              and since <= :today and (until is null or until >= :today)
            group by organization
            """)
        .param("organizations", organizations.toArray(String[]::new))
        .param("today", today())
        .query(
            row -> {
              lines.put(row.getString("organization"), row.getString("line"));
            });
    return lines;
  }

  @Override
  public Map<String, List<Supervisor>> supervisors(Collection<String> organizations) {
    Map<String, List<Supervisor>> supervisors = new HashMap<>();
    jdbc.sql(
            """
            select organization, name, phone from directory.liaison
            where organization = any (:organizations) and part = 'SUPERVISOR'
              and since <= :today and (until is null or until >= :today)
            order by organization, name, id
            """)
        .param("organizations", organizations.toArray(String[]::new))
        .param("today", today())
        .query(
            row -> {
              supervisors
                  .computeIfAbsent(row.getString("organization"), code -> new ArrayList<>())
                  .add(new Supervisor(row.getString("name"), row.getString("phone")));
            });
    return supervisors;
  }

  @Transactional
  void add(Decision decision, Liaison liaison) {
    ServiceDesk.own(decision, liaison.organization());
    jdbc.sql(
            """
            insert into directory.liaison (id, organization, name, part, phone, email, since)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            liaison.id(),
            liaison.organization(),
            liaison.name(),
            liaison.part().name(),
            liaison.phone(),
            liaison.email(),
            liaison.since())
        .update();
    changes.add(
        decision, What.LIAISON, liaison.id().toString(), Changes.NOTHING, PartnerJson.of(liaison));
  }

  /** Ends it with yesterday, or with its first day; who it was stays readable as a change. */
  @Transactional
  void end(Decision decision, String organization, UUID id) {
    ServiceDesk.own(decision, organization);
    Liaison before =
        of(organization).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ServiceDesk.unknown(id));
    LocalDate last = today().minusDays(1);
    LocalDate until = last.isBefore(before.since()) ? before.since() : last;
    if (until.equals(today())) {
      jdbc.sql("delete from directory.liaison where id = ?").param(id).update();
    } else {
      jdbc.sql("update directory.liaison set until = ? where id = ?").params(until, id).update();
    }
    changes.add(
        decision,
        What.LIAISON,
        id.toString(),
        PartnerJson.of(before),
        PartnerJson.of(until.toString()));
  }

  LocalDate today() {
    return WallClock.dayOf(clock.instant());
  }
}
