package org.cscc.patterns.blocklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.cscc.home.Asking;
import org.cscc.patterns.PriorityBlocks;
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
  public Set<ListedPlace> inForce(LocalDate day) {
    return Asking.asTheCenter(
        () ->
            Set.copyOf(
                jdbc.sql(
                        """
                        select b.block, b.area from patterns.listed_block b
                        where b.version = (select max(version) from patterns.block_list
                                           where effective_from <= ?)
                        """)
                    .param(day)
                    .query((row, n) -> new ListedPlace(row.getString(1), row.getInt(2)))
                    .list()));
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
