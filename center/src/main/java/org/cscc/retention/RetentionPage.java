package org.cscc.retention;

import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long what is kept, and what went in the last nights. */
@Controller
class RetentionPage {
  private static final int SHOWN = 200;
  private final Sweep sweep;
  private final Approvals approvals;
  private final JdbcClient jdbc;

  RetentionPage(Sweep sweep, Approvals approvals, JdbcClient jdbc) {
    this.sweep = sweep;
    this.approvals = approvals;
    this.jdbc = jdbc;
  }

  /** What went or waited in a night. */
  public record Line(ZonedDateTime night, Removal removal) {}

  /**
   * A schedule.
   *
   * @param approval null while nobody has approved it
   */
  public record Schedule(String name, boolean asks, @Nullable String approval) {}

  /**
   * How long a table is kept.
   *
   * @param unit {@code day}, {@code month} or {@code year}; empty when no time is counted
   * @param from what it counts from, or the table that it goes with
   * @param reason why it is kept; empty when it is not
   */
  public record Shown(
      String table, int number, String unit, String from, String schedule, String reason) {}

  @Requires(Capability.READ_RETENTION)
  @GetMapping("/retention")
  String page(Model model) {
    Rules rules = sweep.rules();
    model.addAttribute("rules", rules.rules().stream().map(RetentionPage::shown).toList());
    model.addAttribute(
        "schedules",
        rules.schedules().entrySet().stream()
            .map(
                one ->
                    new Schedule(
                        one.getKey(),
                        one.getValue(),
                        approvals.of(one.getKey(), rules.schedules()).orElse(null)))
            .toList());
    model.addAttribute("lastNight", lastNight().orElse(null));
    model.addAttribute("lines", lines());
    return "retention/page";
  }

  private static Shown shown(Rule rule) {
    return switch (rule) {
      case Rule.Timed t -> timed(t.table(), t.time(), t.from(), t.schedule());
      case Rule.Monthly m -> timed(m.table(), m.time(), "", m.schedule());
      case Rule.With w -> new Shown(w.table(), 0, "", w.parent(), "", "");
      case Rule.Kept k -> new Shown(k.table(), 0, "", "", "", k.reason().name());
    };
  }

  private static Shown timed(String table, Period time, String from, String schedule) {
    int number = time.getYears() + time.getMonths() + time.getDays();
    String unit = time.getYears() > 0 ? "year" : time.getMonths() > 0 ? "month" : "day";
    return new Shown(table, number, unit, from, schedule, "");
  }

  private Optional<ZonedDateTime> lastNight() {
    return jdbc.sql("select at from retention.night order by id desc limit 1")
        .query((row, number) -> chicago(row.getObject("at", OffsetDateTime.class)))
        .optional();
  }

  private List<Line> lines() {
    return jdbc.sql(
            """
            select n.at, r.relation, r.schedule, r.approval, r.before, r.removed, r.waiting
            from retention.removal r join retention.night n on n.id = r.night
            order by n.id desc, r.relation limit ?
            """)
        .param(SHOWN)
        .query(
            (row, number) ->
                new Line(
                    chicago(row.getObject("at", OffsetDateTime.class)),
                    new Removal(
                        row.getString("relation"),
                        row.getString("schedule"),
                        row.getString("approval"),
                        row.getObject("before", OffsetDateTime.class),
                        row.getLong("removed"),
                        row.getLong("waiting"))))
        .list();
  }

  private static ZonedDateTime chicago(OffsetDateTime at) {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
