package org.cscc.directory;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The areas of a team as people edit them. A packet that is frozen keeps the ground it was drawn
 * for; the next one is drawn for the new ground.
 */
@Component
class TeamGround {
  private final JdbcClient jdbc;
  private final Clock clock;

  TeamGround(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What became of a save. */
  sealed interface Saved {
    /** It is stored. */
    record Done() implements Saved {}

    /** Somebody else changed the team meanwhile; nothing was stored. */
    record Stale(int version) implements Saved {}

    /** Another team leads in an area already; nothing was stored. */
    record Led(int area, String team) implements Saved {}
  }

  List<TeamArea> of(String team) {
    return jdbc.sql(
            """
            select area, sub_area, lead from directory.team_area
            where team = ? order by lead desc, area
            """)
        .param(team)
        .query(
            (row, number) ->
                new TeamArea(row.getInt("area"), row.getString("sub_area"), row.getBoolean("lead")))
        .list();
  }

  @Transactional
  Saved save(Decision decision, String team, int version, List<TeamArea> wanted) {
    decision.about(Capability.EDIT_REFERENCE);
    int present =
        jdbc.sql("select version from directory.team where code = ? for update")
            .param(team)
            .query((row, number) -> row.getInt(1))
            .single();
    if (present != version) {
      return new Saved.Stale(present);
    }
    Optional<Saved.Led> led = ledByAnother(team, wanted);
    if (led.isPresent()) {
      return led.get();
    }
    String before = json(team);
    jdbc.sql("delete from directory.team_area where team = ?").param(team).update();
    wanted.forEach(area -> add(team, area));
    jdbc.sql("update directory.team set version = version + 1 where code = ?").param(team).update();
    record(decision, team, before);
    return new Saved.Done();
  }

  private Optional<Saved.Led> ledByAnother(String team, List<TeamArea> wanted) {
    Integer[] led =
        wanted.stream().filter(TeamArea::lead).map(TeamArea::area).toArray(Integer[]::new);
    return jdbc.sql(
            """
            select a.area, t.name from directory.team_area a
            join directory.team t on t.code = a.team
            where a.lead and t.active and a.team <> ? and a.area = any (?)
            order by a.area limit 1
            """)
        .param(team)
        .param(led)
        .query((row, number) -> new Saved.Led(row.getInt(1), row.getString(2)))
        .optional();
  }

  private void add(String team, TeamArea area) {
    jdbc.sql("insert into directory.team_area (team, area, sub_area, lead) values (?, ?, ?, ?)")
        .param(team)
        .param(area.area())
        .param(area.subArea())
        .param(area.lead())
        .update();
  }

  private void record(Decision decision, String team, String before) {
    jdbc.sql(
            """
            insert into directory.change (what, code, before, after, by, at)
            values ('TEAM', ?, ?::jsonb, ?::jsonb, ?, ?)
            """)
        .params(
            team, before, json(team), decision.account(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private String json(String team) {
    return jdbc.sql(
            """
            select (to_jsonb(t) || jsonb_build_object('areas',
                     (select jsonb_agg(to_jsonb(a) - 'team' order by a.area)
                      from directory.team_area a where a.team = t.code)))::text
            from directory.team t where t.code = ?
            """)
        .param(team)
        .query((row, number) -> row.getString(1))
        .single();
  }
}
