package org.cscc.actions;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo did, by the same rules; only the center itself can ask for it.
 */
@Component
public class Rehearsal {
  private final ItemMoves moves;
  private final JdbcClient jdbc;

  Rehearsal(ItemMoves moves, JdbcClient jdbc) {
    this.moves = moves;
    this.jdbc = jdbc;
  }

  /** Whether what teams promised outside of reviews was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from actions.item where origin = 'TEAM')")
        .query(Boolean.class)
        .single();
  }

  /**
   * Moves an item as an account would.
   *
   * @param system a decision of the center's own
   */
  @Transactional
  public ActionItem move(
      Decision system, String account, Role role, String organization, ActionItem item, Move move) {
    if (!system.account().equals("system")) {
      throw new IllegalArgumentException("Only the center rehearses");
    }
    Actor actor = new Actor(account, role, organization, system);
    return switch (moves.move(actor, null, item.code(), item.version(), move)) {
      case Moved.Done done -> done.now();
      case Moved.Already already -> already.now();
      case Moved.Stale stale -> stale.present();
    };
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate actions.item, actions.step, actions.evidence, actions.escalation,
              actions.carried, actions.once
            """)
        .update();
  }
}
