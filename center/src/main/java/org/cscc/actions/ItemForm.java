package org.cscc.actions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form of a move sent; which fields it has depends on the move.
 *
 * @param key of the form; the same one again is the same move
 * @param version of the item that the person saw
 * @param why the code of a no; not called {@code code}, which is the item's in the address
 * @param owner organization and account with a slash between, as the list of a form names them
 * @param due on Chicago's wall clock
 */
record ItemForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String owner,
    @Nullable LocalDateTime due,
    @Nullable List<String> helpers,
    @Nullable DeclineCode why,
    @Nullable String suggestion,
    @Nullable String needs,
    @Nullable String unblocks,
    @Nullable String note,
    @Nullable String workCode,
    @Nullable String said,
    @Nullable String reason,
    @Nullable String parent,
    @Nullable MultipartFile photo,
    @Nullable String back) {
  /**
   * The move that the form means.
   *
   * @param pictures what came along
   */
  Move move(MoveKind kind, List<Evidence> pictures) {
    return switch (kind) {
      case ASSIGN ->
          new Move.Assign(
              organization(), account(), instant(), helpers == null ? List.of() : helpers);
      case REASSIGN -> new Move.Reassign(organization(), account(), instant(), text(reason));
      case ACCEPT -> new Move.Accept();
      case DECLINE -> {
        if (why == null) {
          throw new Refused(Refused.Kind.INVALID, ItemMoves.REASON, "actions.refused.code");
        }
        yield new Move.Decline(why, text(suggestion));
      }
      case START -> new Move.Start();
      case BLOCK -> new Move.Block(text(needs), text(unblocks));
      case UNBLOCK -> new Move.Unblock(text(note));
      case CLAIM -> new Move.Claim(evidence(pictures));
      case VERIFY -> new Move.Verify(evidence(pictures));
      case REOPEN -> new Move.Reopen(text(reason), evidence(pictures));
      case SAMPLE -> new Move.Sample();
      case ESCALATE -> new Move.Escalate(text(reason));
      case MERGE -> new Move.Merge(text(parent));
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  /** Where the form stood; only a page of this room. */
  String backTo(String otherwise) {
    return back != null && back.matches("/actions(/[a-zA-Z0-9-]+)*(\\?[a-zA-Z0-9=&_-]*)?")
        ? back
        : otherwise;
  }

  String organization() {
    String written = text(owner);
    int slash = written.indexOf('/');
    return slash < 0 ? written : written.substring(0, slash);
  }

  String account() {
    String written = text(owner);
    return written.substring(written.indexOf('/') + 1);
  }

  @Nullable Instant instant() {
    return due == null ? null : WallClock.at(due.toLocalDate(), due.toLocalTime());
  }

  private List<Evidence> evidence(List<Evidence> pictures) {
    List<Evidence> shown = new ArrayList<>(pictures);
    if (!text(said).isEmpty()) {
      shown.add(Evidence.note(text(said)));
    }
    if (!text(workCode).isEmpty()) {
      shown.add(Evidence.workCode(text(workCode)));
    }
    return shown;
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
