package org.cscc.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form of a move sent; which fields it has depends on the move.
 *
 * @param key of the form; the same one again is the same move
 * @param version of the task that the person saw
 * @param why the code of a no
 * @param crew the crew's code, of a schedule or as proof
 * @param other code of another task
 */
record TaskForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String department,
    @Nullable String reason,
    @Nullable RejectCode why,
    @Nullable LocalDate on,
    @Nullable String crew,
    @Nullable String needs,
    @Nullable String unblocks,
    @Nullable String said,
    @Nullable String other,
    @Nullable MultipartFile photo,
    @Nullable String back) {
  /**
   * The move that the form means.
   *
   * @param pictures what came along
   */
  TaskMove move(TaskMoveKind kind, List<Shown> pictures) {
    return switch (kind) {
      case ROUTE -> new TaskMove.Route(text(department), text(reason));
      case REJECT -> {
        if (why == null) {
          throw new Refused(Refused.Kind.INVALID, TaskMoves.WORDS, "services.refused.code");
        }
        yield new TaskMove.Reject(why, text(reason), text(department), on);
      }
      case SCHEDULE -> new TaskMove.Schedule(on, text(crew));
      case BLOCK -> new TaskMove.Block(text(needs), text(unblocks));
      case COMPLETE -> new TaskMove.Complete(shown(pictures));
      case VERIFY -> new TaskMove.Verify(shown(pictures));
      case FAIL -> new TaskMove.Fail(text(reason), shown(pictures));
      case MERGE -> new TaskMove.Merge(text(other));
      case NEED -> new TaskMove.Need(text(other));
      case ESCALATE -> new TaskMove.Escalate(text(reason));
      case ACKNOWLEDGE, START, UNBLOCK -> new TaskMove.Plain(kind);
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  /** Where the form stood; only a page of this room. */
  String backTo(String otherwise) {
    return back != null && back.matches("/services(/[a-zA-Z0-9-]+)*(\\?[a-zA-Z0-9=&_-]*)?")
        ? back
        : otherwise;
  }

  private List<Shown> shown(List<Shown> pictures) {
    List<Shown> shown = new ArrayList<>(pictures);
    if (!text(said).isEmpty()) {
      shown.add(new Shown(Shown.Kind.NOTE, text(said), null));
    }
    if (!text(crew).isEmpty()) {
      shown.add(new Shown(Shown.Kind.CREW_CODE, text(crew), null));
    }
    return shown;
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
