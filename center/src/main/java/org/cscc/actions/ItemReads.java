package org.cscc.actions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of items as people read them; each takes a fixed number of statements. */
@Component
class ItemReads {
  private static final String OWED =
      "i.parent is null and i.state in ('ASSIGNED','ACCEPTED','IN_PROGRESS','BLOCKED','REOPENED')";

  /** Owed, and whoever owes it does not answer for its organization any more. */
  static final String LEFT =
      OWED + " and i.owner_account || '@' || i.owner_org <> all (string_to_array(:standing, ','))";

  private final JdbcClient jdbc;
  private final OwnerRule owners;
  private final Clock clock;

  ItemReads(JdbcClient jdbc, OwnerRule owners, Clock clock) {
    this.jdbc = jdbc;
    this.owners = owners;
    this.clock = clock;
  }

  /** A page of a list, the most pressing first. */
  List<ActionItem> page(Decision decision, Role role, Which which) {
    return some(decision, role, which, Which.ROWS, (which.page() - 1) * Which.ROWS);
  }

  /** All of a list, up to a number. */
  List<ActionItem> all(Decision decision, Role role, Which which, int most) {
    return some(decision, role, which, most, 0);
  }

  int count(Decision decision, Role role, Which which) {
    Reach reach = Reach.of(decision, role);
    return bound(
            "select count(*) from actions.item i where " + where(which, reach),
            decision,
            reach,
            which)
        .query(Integer.class)
        .single();
  }

  Optional<ActionItem> byCode(Decision decision, Role role, String code) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + " from actions.item i where i.code = :code and "
                + reach.condition())
        .param("code", SpokenCode.normal(code))
        .params(reach.values())
        .query((row, n) -> ItemRows.item(row))
        .optional();
  }

  /** Whether there is such an item within reach. */
  boolean reaches(Decision decision, Role role, UUID id) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            "select exists (select from actions.item i where i.id = :id and "
                + reach.condition()
                + ")")
        .param("id", id)
        .params(reach.values())
        .query(Boolean.class)
        .single();
  }

  /** What a team follows and nobody has verified, late ones first. */
  List<ActionItem> ofTeam(Decision decision, Role role, String team, int most) {
    Which which = new Which(Which.View.OPEN, null, null, null, team, 1);
    return all(decision, role, which, most);
  }

  /** What a team follows and was verified in a span of time. */
  List<ActionItem> verifiedOf(
      Decision decision, Role role, String team, Instant from, Instant until) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + """
                 from actions.item i
                join actions.step s on s.item = i.id and s.move = 'VERIFY'
                where i.parent is null and i.state = 'VERIFIED' and i.team = :team
                  and s.at >= :from and s.at <= :until and\s"""
                + reach.condition()
                + " order by s.at, i.code")
        .param("team", team)
        .param("from", ItemStore.utc(from))
        .param("until", ItemStore.utc(until))
        .params(reach.values())
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  /** What became of items that were written down since an instant; one statement. */
  List<ItemFigure> figures(Decision decision, Role role, Instant from) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            """
            select i.owner_org, i.area, i.block, i.verb, i.pillar, i.state, i.created_at, i.due_at,
              (select max(s.at) from actions.step s where s.item = i.id and s.move = 'CLAIM') as claimed,
              (select count(*) from actions.step s where s.item = i.id and s.move = 'REOPEN') as reopened,
              (select count(*) from actions.carried c where c.item = i.id) as carried
            from actions.item i
            where i.parent is null and i.state <> 'PROPOSED' and i.created_at >= :from and\s"""
                + reach.condition())
        .param("from", ItemStore.utc(from))
        .params(reach.values())
        .query(
            (row, n) ->
                new ItemFigure(
                    row.getString("owner_org"),
                    row.getObject("area", Integer.class),
                    row.getString("block"),
                    Verb.valueOf(row.getString("verb")),
                    Pillar.valueOf(row.getString("pillar")),
                    ActionState.valueOf(row.getString("state")),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("due_at", OffsetDateTime.class),
                    row.getObject("claimed", OffsetDateTime.class),
                    row.getInt("reopened"),
                    row.getInt("carried")))
        .list();
  }

  /** What teams follow and nobody has verified, of what everybody at their tables may read. */
  List<OpenPromise> promises(Decision decision) {
    Reach reach = Reach.of(decision, Role.FACILITATOR);
    Instant now = clock.instant();
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + """
                 from actions.item i
                where i.parent is null and i.state <> 'VERIFIED' and i.tier = 'T1'
                  and i.team is not null and\s"""
                + reach.condition()
                + " order by i.team, (i.state = 'DONE_CLAIMED'), i.due_at nulls last, i.code")
        .params(reach.values())
        .query((row, n) -> promise(ItemRows.item(row), now))
        .list();
  }

  private static OpenPromise promise(ActionItem item, Instant now) {
    OffsetDateTime due = item.dueAt();
    return new OpenPromise(
        Objects.requireNonNull(item.team()),
        item.code(),
        item.title(),
        item.state().name(),
        item.ownerOrg(),
        due == null ? null : due.atZoneSameInstant(ReviewWeek.CHICAGO).toLocalDate(),
        item.state().owed() && due != null && due.toInstant().isBefore(now),
        item.level(),
        item.carried());
  }

  /** What was shown for an item, in the order of its history. */
  List<ShownEvidence> evidence(UUID item) {
    return jdbc.sql(
            """
            select position, kind, said, upload, by_account, at from actions.evidence
            where item = ? order by position, at, id
            """)
        .param(item)
        .query(
            (row, n) ->
                new ShownEvidence(
                    row.getInt("position"),
                    new Evidence(
                        Evidence.Kind.valueOf(row.getString("kind")),
                        row.getString("said"),
                        row.getObject("upload", UUID.class))))
        .list();
  }

  /** Some of a list, whatever its page: so many, after so many. */
  List<ActionItem> some(Decision decision, Role role, Which which, int most, int skip) {
    Reach reach = Reach.of(decision, role);
    return bound(
            "select "
                + ItemRows.COLUMNS
                + " from actions.item i where "
                + where(which, reach)
                + " order by (i.state in ('VERIFIED', 'DONE_CLAIMED')), i.due_at nulls last, i.code"
                + " limit :rows offset :skip",
            decision,
            reach,
            which)
        .param("rows", most)
        .param("skip", skip)
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  private JdbcClient.StatementSpec bound(String sql, Decision decision, Reach reach, Which which) {
    Instant now = clock.instant();
    return jdbc.sql(sql)
        .params(reach.values())
        .param("me", decision.account())
        .param("now", ItemStore.utc(now))
        .param("standing", which.view() == Which.View.LEFT ? owners.standing() : "")
        .param("week", ItemStore.utc(WallClock.afterDays(now, 7)))
        .param("organization", which.organization())
        .param("area", which.area())
        .param("verb", which.verb() == null ? null : which.verb().name())
        .param("team", which.team());
  }

  private static String where(Which which, Reach reach) {
    StringBuilder where = new StringBuilder(reach.condition());
    where.append(" and ").append(condition(which.view()));
    if (which.organization() != null) {
      where.append(" and i.owner_org = :organization");
    }
    if (which.area() != null) {
      where.append(" and i.area = :area");
    }
    if (which.verb() != null) {
      where.append(" and i.verb = :verb");
    }
    if (which.team() != null) {
      where.append(" and i.team = :team");
    }
    return where.toString();
  }

  private static String condition(Which.View view) {
    return switch (view) {
      case MINE -> "i.owner_account = :me and i.parent is null and i.state <> 'VERIFIED'";
      case OPEN -> "i.parent is null and i.state <> 'VERIFIED'";
      case LATE -> OWED + " and i.due_at < :now";
      case NEXT -> OWED + " and i.due_at >= :now and i.due_at < :week";
      case BLOCKED -> "i.parent is null and i.state = 'BLOCKED'";
      case CHECK ->
          "i.parent is null and i.state = 'DONE_CLAIMED' and i.check_until >= :now"
              + " and i.owner_org <> :own";
      case UNCHECKED -> "i.parent is null and i.state = 'DONE_CLAIMED' and i.check_until < :now";
      case UNOWNED -> "i.parent is null and i.state in ('PROPOSED', 'DECLINED')";
      case LEFT -> LEFT;
      case RAISED -> OWED + " and i.level > 0";
      case ALL -> "true";
    };
  }
}
