package org.cscc.weekend;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frozen plans and flashes. Rows are only ever added, each once. */
@Component
class PlanStore {
  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A revision without what it says.
   *
   * @param publishedBy sign-in name, or {@code system}
   */
  record Head(LocalDate friday, int revision, String publishedBy) {}

  /** The revisions of a weekend's plan, the newest first. */
  List<Head> heads(LocalDate friday) {
    return jdbc.sql(
            """
            select friday, revision, published_by from weekend.plan where friday = ?
            order by revision desc
            """)
        .param(friday)
        .query(
            (row, n) ->
                new Head(
                    row.getObject("friday", LocalDate.class),
                    row.getInt("revision"),
                    row.getString("published_by")))
        .list();
  }

  Optional<Plan> plan(LocalDate friday, int revision) {
    return jdbc.sql("select * from weekend.plan where friday = ? and revision = ?")
        .params(friday, revision)
        .query(
            (row, n) ->
                new Plan(
                    row.getObject("friday", LocalDate.class),
                    row.getInt("revision"),
                    FrozenJson.read(row.getString("content"), Plan.Content.class),
                    row.getString("published_by")))
        .optional();
  }

  /**
   * Keeps a revision.
   *
   * @return false when that revision is there already
   */
  boolean add(Plan plan) {
    String content = FrozenJson.write(plan.content());
    return jdbc.sql(
                """
                insert into weekend.plan
                  (friday, revision, content, content_sha256, as_of, published_by)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                plan.friday(),
                plan.revision(),
                content,
                FrozenJson.sha256(content),
                GatheringStore.utc(plan.content().asOf()),
                plan.publishedBy())
            .update()
        == 1;
  }

  Optional<Flash> flash(LocalDate friday) {
    return jdbc.sql("select content from weekend.flash where friday = ?")
        .param(friday)
        .query(String.class)
        .optional()
        .map(content -> FrozenJson.read(content, Flash.class));
  }

  /** Fridays of weekends that have a flash, the newest first. */
  List<LocalDate> flashes(int most) {
    return jdbc.sql("select friday from weekend.flash order by friday desc limit ?")
        .param(most)
        .query((row, n) -> row.getObject("friday", LocalDate.class))
        .list();
  }

  /**
   * Keeps a flash.
   *
   * @return false when there is one of that weekend already
   */
  boolean add(Flash flash) {
    String content = FrozenJson.write(flash);
    return jdbc.sql(
                """
                insert into weekend.flash (friday, content, content_sha256, as_of)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                flash.friday(),
                content,
                FrozenJson.sha256(content),
                GatheringStore.utc(flash.asOf()))
            .update()
        == 1;
  }
}
