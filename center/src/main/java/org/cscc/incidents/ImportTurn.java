package org.cscc.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose turn it is to change what is known: an import, a ruling or a resurvey, one at a time. The
 * turn ends with the transaction that took it.
 */
final class ImportTurn {
  /** Any number that nothing else in the database uses. */
  private static final long TURN = 0x494e43494d504f52L;

  private ImportTurn() {}

  /** Takes the turn if nobody has it. */
  static boolean free(JdbcClient jdbc) {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(TURN)
        .query(Boolean.class)
        .single();
  }

  /** Takes the turn when whoever has it is done. */
  static void await(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query((row, n) -> true).single();
  }
}
