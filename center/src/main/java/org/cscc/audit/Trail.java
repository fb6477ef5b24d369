package org.cscc.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reading the trail. */
@Component
public class Trail {
  /** Kinds whose rows the keeper of the machine does not see: they lead to survivors (T3). */
  private static final String T3_KINDS =
      "('consent', 'consents', 'survivor', 'survivors', 'referral', 'referrals')";

  private static final String ROWS =
      """
      select e.seq, e.at, e.rows, e.deed, e.actor, r.word as role, o.word as org,
             p.word as purpose, k.word as kind, w.word as way, e.record,
             e.network::text as network, e.before, e.after
      from audit.event e
      join audit.word r on r.id = e.role join audit.word o on o.id = e.org
      join audit.word p on p.id = e.purpose join audit.word k on k.id = e.kind
      join audit.word w on w.id = e.way
      """;

  private final JdbcClient jdbc;

  Trail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows, newest first. Asks for {@link Capability#READ_AUDIT} or the machine's log. */
  List<TrailLine> read(Decision decision, Wanted wanted, int most) {
    boolean machine = decision.capability() == Capability.READ_MACHINE_LOG;
    if (!machine) {
      decision.about(Capability.READ_AUDIT);
    }
    StringBuilder where = new StringBuilder(" where e.seq < ?");
    List<Object> values = new ArrayList<>(List.of(wanted.before()));
    and(where, values, "e.record = ?", wanted.record());
    and(where, values, "e.actor = ?", wanted.actor());
    and(where, values, "k.word = ?", wanted.kind());
    and(where, values, "e.at >= ?", start(wanted.from()));
    LocalDate to = wanted.to();
    and(where, values, "e.at < ?", start(to == null ? null : to.plusDays(1)));
    if (machine) {
      where.append(" and k.word not in " + T3_KINDS);
    }
    values.add(most);
    return lines(where + " order by e.seq desc limit ?", values);
  }

  /**
   * Who looked at a record or changed it, newest first: what the person whose record it is may see.
   * The room that keeps the record has checked that it is theirs.
   */
  public List<TrailLine> ofRecord(String kind, String record, int most) {
    return Asking.asTheCenter(
        () ->
            lines(
                " where e.record = ? and k.word = ? order by e.seq desc limit ?",
                List.of(record, kind, most)));
  }

  /** What an account did and what was done with it, newest first. */
  List<TrailLine> ofAccount(String name, int most) {
    return lines(
        """
         where (e.actor = ?::text or e.record = ?::text)
          and (e.actor = ?::text or k.word in ('account', 'sign-in'))
        order by e.seq desc limit ?
        """,
        List.of(name, name, name, most));
  }

  private static void and(
      StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
    if (value != null && !value.equals("")) {
      where.append(" and ").append(condition);
      values.add(value);
    }
  }

  private static @Nullable Object start(@Nullable LocalDate day) {
    return day == null
        ? null
        : day.atStartOfDay(ReviewWeek.CHICAGO)
            .toOffsetDateTime()
            .withOffsetSameInstant(ZoneOffset.UTC);
  }

  private List<TrailLine> lines(String where, List<Object> values) {
    return jdbc.sql(ROWS + where)
        .params(values)
        .query(
            (row, number) ->
                new TrailLine(
                    row.getLong("seq"),
                    row.getObject("at", OffsetDateTime.class).atZoneSameInstant(ReviewWeek.CHICAGO),
                    Deed.of(row.getInt("deed")),
                    row.getString("actor"),
                    row.getString("role"),
                    row.getString("org"),
                    row.getString("kind"),
                    row.getString("record"),
                    row.getInt("rows"),
                    row.getString("purpose"),
                    row.getString("way"),
                    row.getString("network"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }
}
