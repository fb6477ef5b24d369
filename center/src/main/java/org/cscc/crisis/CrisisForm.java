package org.cscc.crisis;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a move sent; which fields it has depends on the move. A plan comes as lists of
 * the same length; a line without an organization is none.
 *
 * @param key of the form; the same one again is the same move
 * @param version of the activation that the person saw
 */
record CrisisForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String reason,
    @Nullable String organization,
    Party.@Nullable Duty duty,
    @Nullable UnableCode why,
    @Nullable List<PlanLine.Kind> kind,
    @Nullable List<String> who,
    @Nullable List<LocalDateTime> from,
    @Nullable List<LocalDateTime> until,
    @Nullable List<String> said,
    @Nullable String strengths,
    @Nullable String toImprove,
    @Nullable String nextSteps) {
  CrisisMove move(CrisisMoveKind move) {
    return switch (move) {
      case CALL ->
          new CrisisMove.Call(text(organization), duty == null ? Party.Duty.DEPARTMENT : duty);
      case UNABLE -> {
        if (why == null) {
          throw new Refused(Refused.Kind.INVALID, CrisisMoves.FORM, "crisis.refused.why");
        }
        yield new CrisisMove.Unable(why);
      }
      case PLAN -> new CrisisMove.Planned(lines());
      case KEEP, STAND_DOWN -> new CrisisMove.Because(move, text(reason));
      case LESSONS -> new CrisisMove.Learned(text(strengths), text(toImprove), text(nextSteps));
      case ACKNOWLEDGE, DEPLOY, CONTACT, LEAVE, STABILISE -> new CrisisMove.Plain(move);
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  private List<PlanLine> lines() {
    List<PlanLine> lines = new ArrayList<>();
    List<String> organizations = who == null ? List.of() : who;
    for (int i = 0; i < organizations.size(); i++) {
      if (organizations.get(i).isBlank()) {
        continue;
      }
      Instant begins = at(from, i);
      Instant ends = at(until, i);
      PlanLine.Kind what = kind == null || i >= kind.size() ? null : kind.get(i);
      if (begins == null || ends == null || what == null) {
        throw new Refused(
            Refused.Kind.INVALID, CrisisMoves.FORM, "crisis.refused.line", lines.size() + 1, 3);
      }
      lines.add(
          new PlanLine(
              what,
              organizations.get(i).strip(),
              begins,
              ends,
              said == null || i >= said.size() ? "" : text(said.get(i))));
    }
    return lines;
  }

  private static @Nullable Instant at(@Nullable List<LocalDateTime> times, int i) {
    if (times == null || i >= times.size()) {
      return null;
    }
    @Nullable LocalDateTime time = times.get(i);
    return time == null ? null : WallClock.at(time.toLocalDate(), time.toLocalTime());
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
