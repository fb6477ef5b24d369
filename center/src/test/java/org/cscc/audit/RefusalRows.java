package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the trail about what was refused; the server writes some of them after its answer.
 */
final class RefusalRows {
  private final JdbcClient jdbc;

  RefusalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many rows name one of the rules. */
  long of(String... rules) {
    return jdbc.sql(
            """
            select count(*) from audit.event e join audit.word k on k.id = e.kind
            where e.deed = 10 and k.word = any (string_to_array(?, ','))
            """)
        .param(String.join(",", rules))
        .query(Long.class)
        .single();
  }

  /** Waits until there are more rows of the rules than before, for some seconds at most. */
  void assertMoreThan(long before, String... rules) {
    long end = System.nanoTime() + 8_000_000_000L;
    while (of(rules) <= before && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(of(rules)).as("rows of %s", (Object) rules).isGreaterThan(before);
  }
}
