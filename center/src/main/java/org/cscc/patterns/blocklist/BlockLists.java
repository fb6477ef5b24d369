package org.cscc.patterns.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Grounds;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nominations, and the versions of the list that come of them. */
@Component
class BlockLists {
  private final JdbcClient jdbc;
  private final Grounds grounds;
  private final Clock clock;

  BlockLists(JdbcClient jdbc, Grounds grounds, Clock clock) {
    this.jdbc = jdbc;
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * Names a block for the next list. To name one a second time changes nothing.
   *
   * @param source {@code RESIDENTS} needs no incident at all, {@code DATA} none either: the rule
   *     that both weigh the same holds for what is asked of them, too
   */
  void nominate(
      Decision decision,
      String role,
      String written,
      int area,
      Nomination.Source source,
      String reason) {
    decision.about(Capability.NOMINATE_BLOCKS);
    grounds.mustReach(decision, area);
    Block block = Blocks.normalise(written);
    if (!block.known() || !Nomination.REASONS.contains(reason)) {
      throw new Refused(Kind.INVALID, "R-PATTERNS-08", "patterns.refused.block");
    }
    jdbc.sql(
            """
            insert into patterns.nomination
              (id, block, area, source, reason, nominated_by, role, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (block, area, source) do nothing
            """)
        .params(
            UUID.randomUUID(),
            block.canonical(),
            area,
            source.name(),
            reason,
            decision.account(),
            role,
            now())
        .update();
  }

  /** All nominations, by area and block; who named them makes no difference to the order. */
  List<Nomination> nominations() {
    return jdbc.sql(
            """
            select id, block, area, source, reason, nominated_by, at from patterns.nomination
            order by area, block, at
            """)
        .query((row, n) -> nomination(row))
        .list();
  }

  /**
   * Decides on the list of the next quarter: the nominations chosen, each block once.
   *
   * @param newest version of the newest list that the person saw, 0 for none
   * @throws Refused when there is nothing chosen, the quarter has its list (R-HOT-06), or somebody
   *     was faster
   */
  @Transactional
  int approve(Decision decision, Set<UUID> chosen, int newest) {
    decision.about(Capability.APPROVE_BLOCKS);
    // One after the other; a request only adds lists, so it may not lock the table itself.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('patterns.block_list'))")
        .query((row, n) -> true)
        .single();
    List<BlockList> known = versions();
    int last = known.isEmpty() ? 0 : known.getFirst().version();
    if (last != newest) {
      throw new Refused(Kind.CONFLICT, "R-PATTERNS-09", "patterns.refused.list-faster");
    }
    LocalDate from = BlockList.nextQuarter(today());
    if (!known.isEmpty() && !known.getFirst().effectiveFrom().isBefore(from)) {
      throw new Refused(
          Kind.CONFLICT, "R-HOT-06", "patterns.refused.quarter", BlockList.quarterOf(from));
    }
    Map<List<Object>, Set<String>> blocks = new LinkedHashMap<>();
    nominations().stream()
        .filter(nomination -> chosen.contains(nomination.id()))
        .forEach(
            n ->
                blocks
                    .computeIfAbsent(List.of(n.block(), n.area()), none -> new TreeSet<>())
                    .add(n.source().name()));
    if (blocks.isEmpty()) {
      throw new Refused(Kind.INVALID, "R-PATTERNS-07", "patterns.refused.nothing-chosen");
    }
    int version = last + 1;
    jdbc.sql(
            """
            insert into patterns.block_list
              (version, quarter, effective_from, approved_by, approved_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(version, BlockList.quarterOf(from), from, decision.account(), now())
        .update();
    blocks.forEach(
        (place, sources) ->
            jdbc.sql(
                    """
                    insert into patterns.listed_block (version, block, area, sources)
                    values (?, ?, ?, ?)
                    """)
                .params(version, place.get(0), place.get(1), String.join(",", sources))
                .update());
    return version;
  }

  /** Notes that a listed block has had its services. To note it twice changes nothing. */
  void serviced(Decision decision, String role, int version, String block, int area) {
    decision.about(Capability.NOMINATE_BLOCKS);
    grounds.mustReach(decision, area);
    int known =
        jdbc.sql(
                """
                select count(*) from patterns.listed_block
                where version = ? and block = ? and area = ?
                """)
            .params(version, block, area)
            .query(Integer.class)
            .single();
    if (known == 0) {
      throw new Refused(Kind.NOT_FOUND, "R-PATTERNS-02", "patterns.refused.no-block", block);
    }
    jdbc.sql(
            """
            insert into patterns.listed_block_step
              (version, block, area, to_state, by_account, by_role, at)
            values (?, ?, ?, 'SERVICED', ?, ?, ?) on conflict do nothing
            """)
        .params(version, block, area, decision.account(), role, now())
        .update();
  }

  /** Every list there was, the newest first. */
  List<BlockList> versions() {
    Map<Integer, List<ListedBlock>> blocks =
        jdbc
            .sql(
                """
                select b.version, b.block, b.area, b.sources, s.to_state is not null as serviced
                from patterns.listed_block b left join patterns.listed_block_step s
                  on s.version = b.version and s.block = b.block and s.area = b.area
                order by b.version, b.area, b.block
                """)
            .query((row, n) -> Map.entry(row.getInt("version"), listed(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql(
            """
            select version, quarter, effective_from, approved_by from patterns.block_list
            order by version desc
            """)
        .query(
            (row, n) ->
                new BlockList(
                    row.getInt("version"),
                    row.getString("quarter"),
                    row.getObject("effective_from", LocalDate.class),
                    row.getString("approved_by"),
                    blocks.getOrDefault(row.getInt("version"), new ArrayList<>())))
        .list();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ListedBlock listed(ResultSet row) throws SQLException {
    return new ListedBlock(
        row.getString("block"),
        row.getInt("area"),
        row.getString("sources"),
        row.getBoolean("serviced"));
  }

  private static Nomination nomination(ResultSet row) throws SQLException {
    return new Nomination(
        row.getObject("id", UUID.class),
        row.getString("block"),
        row.getInt("area"),
        Nomination.Source.valueOf(row.getString("source")),
        row.getString("reason"),
        row.getString("nominated_by"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
