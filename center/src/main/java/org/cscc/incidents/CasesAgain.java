package org.cscc.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that are to be made out again from the rows they hold, though no row of them arrived. */
final class CasesAgain {
  private static final int AT_A_TIME = 4000;

  private CasesAgain() {}

  /**
   * Collects them in a table that vanishes with the transaction.
   *
   * @param ids a query for their ids
   * @return how many chunks there are
   */
  static int collect(JdbcClient jdbc, String ids) {
    jdbc.sql(
            """
        create temporary table again_case on commit drop as
        select id, (row_number() over (order by id) - 1) / %d as chunk from (%s) wanted (id)
        """
                .formatted(AT_A_TIME, ids))
        .update();
    return jdbc.sql("select coalesce(max(chunk) + 1, 0) from again_case")
        .query(Integer.class)
        .single();
  }
}
