package org.cscc.patterns.hotspots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of hot spots, of their steps, and of what each computation says of them. */
@Component
class HotSpotStore {
  private static final String SPOTS =
      """
      select s.id, s.number, s.q, s.r, s.width, s.area, s.state, s.version, s.found_on, s.plan_due,
             e.incidents, e.significant
      from patterns.hot_spot s
      left join lateral (
        select v.incidents, v.significant from patterns.hot_spot_evidence v
        join patterns.recomputation c on c.id = v.recomputation
        where v.hot_spot = s.id order by c.started_at desc limit 1) e on true
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  HotSpotStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All hot spots, the newest first. */
  List<HotSpot> all() {
    return jdbc.sql(SPOTS + " order by s.number desc").query((row, n) -> spot(row)).list();
  }

  Optional<HotSpot> byNumber(int number) {
    return jdbc.sql(SPOTS + " where s.number = ?")
        .param(number)
        .query((row, n) -> spot(row))
        .optional();
  }

  /** The steps of a hot spot, the newest first. */
  List<HotSpotStep> steps(UUID hotSpot) {
    return jdbc.sql(
            """
            select position, move, from_state, to_state, reason, work, lead, until, by_account,
                   by_role, at
            from patterns.hot_spot_step where hot_spot = ? order by position desc
            """)
        .param(hotSpot)
        .query((row, n) -> step(row))
        .list();
  }

  /** What the newest computation that looked at it says of its ground. */
  Optional<Evidence> evidence(UUID hotSpot) {
    return jdbc.sql(
            """
            select v.content from patterns.hot_spot_evidence v
            join patterns.recomputation c on c.id = v.recomputation
            where v.hot_spot = ? order by c.started_at desc limit 1
            """)
        .param(hotSpot)
        .query((row, n) -> json.readValue(row.getString("content"), Evidence.class))
        .optional();
  }

  /** What the newest computation says of every hot spot that it looked at, by hot spot. */
  Map<UUID, Evidence> newestEvidence() {
    Map<UUID, Evidence> found = new HashMap<>();
    jdbc.sql(
            """
            select hot_spot, content from patterns.hot_spot_evidence where recomputation = (
              select id from patterns.recomputation where state = 'DONE'
              order by finished_at desc, id limit 1)
            """)
        .query(
            row -> {
              found.put(
                  row.getObject("hot_spot", UUID.class),
                  json.readValue(row.getString("content"), Evidence.class));
            });
    return found;
  }

  /** A new candidate; its first step is the caller's to add. */
  UUID add(Hexagon middle, double width, int area, UUID computation, LocalDate day) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into patterns.hot_spot (id, q, r, width, area, state, version, found_by, found_on)
            values (?, ?, ?, ?, ?, 'CANDIDATE', 1, ?, ?)
            """)
        .params(id, middle.q(), middle.r(), width, area, computation, day)
        .update();
    return id;
  }

  void add(UUID hotSpot, UUID computation, Evidence evidence) {
    jdbc.sql(
            """
            insert into patterns.hot_spot_evidence
              (hot_spot, recomputation, incidents, significant, content)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            hotSpot,
            computation,
            evidence.sum(),
            evidence.significant(),
            json.writeValueAsString(evidence))
        .update();
  }

  /**
   * Moves a hot spot that is still as it was seen.
   *
   * @return whether it was; otherwise nothing is changed
   */
  boolean move(UUID hotSpot, int version, HotSpotState to, @Nullable LocalDate planDue) {
    return jdbc.sql(
                """
                update patterns.hot_spot set state = ?, version = version + 1, plan_due = ?
                where id = ? and version = ?
                """)
            .param(to.name())
            .param(planDue)
            .param(hotSpot)
            .param(version)
            .update()
        == 1;
  }

  void add(UUID hotSpot, HotSpotStep step) {
    jdbc.sql(
            """
            insert into patterns.hot_spot_step (hot_spot, position, move, from_state, to_state, reason,
              work, lead, until, by_account, by_role, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(hotSpot)
        .param(step.position())
        .param(step.move())
        .param(step.from())
        .param(step.to())
        .param(step.reason())
        .param(step.work())
        .param(step.lead())
        .param(step.until())
        .param(step.account())
        .param(step.role())
        .param(step.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static HotSpot spot(ResultSet row) throws SQLException {
    return new HotSpot(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        new Hexagon(row.getInt("q"), row.getInt("r")),
        row.getDouble("width"),
        row.getInt("area"),
        HotSpotState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("found_on", LocalDate.class),
        row.getObject("plan_due", LocalDate.class),
        row.getInt("incidents"),
        row.getBoolean("significant"));
  }

  private static HotSpotStep step(ResultSet row) throws SQLException {
    return new HotSpotStep(
        row.getInt("position"),
        row.getString("move"),
        row.getString("from_state"),
        row.getString("to_state"),
        row.getString("reason"),
        row.getString("work"),
        row.getString("lead"),
        row.getObject("until", LocalDate.class),
        row.getString("by_account"),
        row.getString("by_role"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
