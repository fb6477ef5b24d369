package org.cscc.crisis;

import java.util.List;

/** A wish to move an activation, with what the move needs. */
sealed interface CrisisMove {
  /** Which move it is. */
  CrisisMoveKind kind();

  /** One that needs nothing but its name. */
  record Plain(CrisisMoveKind kind) implements CrisisMove {}

  /** One that needs a reason in words. */
  record Because(CrisisMoveKind kind, String reason) implements CrisisMove {}

  /** Calls an organization. */
  record Call(String organization, Party.Duty duty) implements CrisisMove {
    @Override
    public CrisisMoveKind kind() {
      return CrisisMoveKind.CALL;
    }
  }

  /** Says that the own organization can not come. */
  record Unable(UnableCode code) implements CrisisMove {
    @Override
    public CrisisMoveKind kind() {
      return CrisisMoveKind.UNABLE;
    }
  }

  /** Writes the next day's plan anew. */
  record Planned(List<PlanLine> lines) implements CrisisMove {
    @Override
    public CrisisMoveKind kind() {
      return CrisisMoveKind.PLAN;
    }
  }

  /** Writes down what was learned. */
  record Learned(String strengths, String toImprove, String nextSteps) implements CrisisMove {
    @Override
    public CrisisMoveKind kind() {
      return CrisisMoveKind.LESSONS;
    }
  }
}
