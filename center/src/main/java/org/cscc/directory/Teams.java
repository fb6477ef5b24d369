package org.cscc.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.access.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams and the areas they look after. */
@Component
public class Teams {
  private final JdbcClient jdbc;

  Teams(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All active teams by name. Which teams there are is public. */
  public List<Team> all() {
    record Row(String code, String name, boolean assumed, TeamArea area) {}

    Map<String, List<Row>> rows =
        jdbc
            .sql(
                """
                select t.code, t.name, t.assumed, a.area, a.sub_area, a.lead
                from directory.team t join directory.team_area a on a.team = t.code
                where t.active order by t.name, a.lead desc, a.area
                """)
            .query(
                (row, number) ->
                    new Row(
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("assumed"),
                        new TeamArea(
                            row.getInt("area"), row.getString("sub_area"), row.getBoolean("lead"))))
            .list()
            .stream()
            .collect(groupingBy(Row::code, LinkedHashMap::new, toList()));
    return rows.values().stream()
        .map(
            team ->
                new Team(
                    team.getFirst().code(),
                    team.getFirst().name(),
                    team.getFirst().assumed(),
                    team.stream().map(Row::area).toList()))
        .toList();
  }

  /** The team with the code. */
  public Optional<Team> byCode(String code) {
    return all().stream().filter(team -> team.code().equals(code)).findFirst();
  }

  /** The teams that a decision reaches: all of them, or the account's own. */
  public List<Team> reachedBy(Decision decision) {
    return all().stream().filter(team -> decision.reaches(team.code())).toList();
  }
}
