package org.cscc.patterns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Empties the room when a demo makes place for real data. */
@Component
public class PatternsRemoval {
  private final JdbcClient jdbc;

  PatternsRemoval(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Removes every computation, hot spot, nomination, list, link and circumstance. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate patterns.recomputation, patterns.hot_spot, patterns.hot_spot_step,
              patterns.hot_spot_evidence, patterns.nomination, patterns.block_list,
              patterns.listed_block, patterns.listed_block_step, patterns.link,
              patterns.circumstance
              restart identity
            """)
        .update();
  }
}
