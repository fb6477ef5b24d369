package org.cscc.patterns.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.cscc.home.Asking;
import org.cscc.patterns.PriorityBlocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of priority blocks in force. */
@Component
class BlocksInForce implements PriorityBlocks {
  private final JdbcClient jdbc;
  private final Clock clock;

  BlocksInForce(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean listed(String block, int area, LocalDate day) {
    return Asking.asTheCenter(
        () ->
            jdbc.sql(
                    """
                    select exists (
                      select from patterns.listed_block b where b.block = ? and b.area = ?
                        and b.version = (select max(version) from patterns.block_list
                                         where effective_from <= ?))
                    """)
                .params(block, area, day)
                .query(Boolean.class)
                .single());
  }

  @Override
  public Lists between(LocalDate from, LocalDate to) {
    List<Line> lines =
        Asking.asTheCenter(
            () ->
                jdbc.sql(
                        """
                    select l.version, l.effective_from, b.block, b.area from patterns.block_list l
                    left join patterns.listed_block b on b.version = l.version
                    where l.effective_from <= :to
                      and l.version >= (select coalesce(max(version), 0) from patterns.block_list
                                        where effective_from <= :from)
                    order by l.version
                    """)
                    .param("from", from)
                    .param("to", to)
                    .query((row, n) -> line(row))
                    .list());
    NavigableMap<LocalDate, Set<ListedPlace>> lists = new TreeMap<>();
    int version = 0;
    Set<ListedPlace> places = new HashSet<>();
    for (Line line : lines) {
      if (line.version() != version) {
        version = line.version();
        places = new HashSet<>();
        // The newest version holds from its first day, whatever older ones say of later days.
        lists.tailMap(line.from(), true).clear();
        lists.put(line.from(), places);
      }
      if (line.place() != null) {
        places.add(line.place());
      }
    }
    return new Lists(lists);
  }

  /**
   * A block of a list.
   *
   * @param place null when the list is empty
   */
  private record Line(int version, LocalDate from, @Nullable ListedPlace place) {}

  private static Line line(ResultSet row) throws SQLException {
    String block = row.getString("block");
    return new Line(
        row.getInt("version"),
        row.getObject("effective_from", LocalDate.class),
        block == null ? null : new ListedPlace(block, row.getInt("area")));
  }

  @Override
  @Transactional
  public void listForDemo(List<ListedPlace> places, LocalDate from) {
    int version =
        1
            + jdbc.sql("select coalesce(max(version), 0) from patterns.block_list")
                .query(Integer.class)
                .single();
    jdbc.sql(
            """
            insert into patterns.block_list
              (version, quarter, effective_from, approved_by, approved_at)
            values (?, ?, ?, 'system', ?)
            """)
        .params(version, BlockList.quarterOf(from), from, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    for (ListedPlace place : places) {
      jdbc.sql(
              """
              insert into patterns.listed_block (version, block, area, sources)
              values (?, ?, ?, 'DATA') on conflict do nothing
              """)
          .params(version, place.block(), place.area())
          .update();
    }
  }
}
