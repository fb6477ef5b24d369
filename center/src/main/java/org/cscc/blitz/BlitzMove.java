package org.cscc.blitz;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to move a blitz, with what the move needs. */
sealed interface BlitzMove {
  /** Which move it is. */
  BlitzMoveKind kind();

  /** One that needs nothing but its name. */
  record Plain(BlitzMoveKind kind) implements BlitzMove {}

  /**
   * What is on one block, before.
   *
   * @param block its number in the plan, from 1
   * @param found by service type; a type that is not there was not found
   */
  record WalkBlock(int block, Map<String, Counted> found) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.WALK_BLOCK;
    }
  }

  /** How many of a type, and what was seen. */
  record Counted(int number, String note) {}

  /**
   * The walk is over.
   *
   * @param walkers how many walked, never who
   */
  record Walk(int walkers) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.WALK;
    }
  }

  /**
   * Asks services for findings.
   *
   * @param findings those that are asked for
   */
  record MakeTasks(Set<UUID> findings) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.MAKE_TASKS;
    }
  }

  /** Asks one more organization. */
  record CallIn(String department) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.CALL_IN;
    }
  }

  /**
   * Comes.
   *
   * @param order code of the crew or work order, no name
   */
  record Accept(@Nullable LocalDate on, String order) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.ACCEPT;
    }
  }

  /** Does not come. */
  record Decline(NoCode code) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.DECLINE;
    }
  }

  /** Goes on without an organization. */
  record LetOut(String department, LetOutCode code) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.LET_OUT;
    }
  }

  /**
   * What a department did on one block.
   *
   * @param done by service type
   */
  record Do(int block, Map<String, Integer> done) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.DO;
    }
  }

  /**
   * What is left on one block.
   *
   * @param seen by service type, for each finding of the block
   */
  record Look(int block, Map<String, Seen> seen) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.LOOK;
    }
  }

  /** What became of a finding, and how many are left. */
  record Seen(Verdict verdict, int remaining) {}

  /** It does not take place. */
  record CallOff(CallOffCode code) implements BlitzMove {
    @Override
    public BlitzMoveKind kind() {
      return BlitzMoveKind.CALL_OFF;
    }
  }
}
