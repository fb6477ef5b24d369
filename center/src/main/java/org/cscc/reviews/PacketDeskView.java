package org.cscc.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a packet on its page: what may be done, and the other revisions.
 *
 * @param newerPublished the published revision that replaced the one shown
 * @param correction a drafted correction of the one shown
 * @param publishedBefore the published revision that the draft shown would replace
 * @param paper address of the PDF
 * @param prepared how many drafts the button has just made
 */
record PacketDeskView(
    boolean mayPrepare,
    boolean mayPublish,
    @Nullable PacketRow newerPublished,
    @Nullable PacketRow correction,
    @Nullable PacketRow publishedBefore,
    List<PacketStep> steps,
    String paper,
    int prepared) {

  static PacketDeskView of(
      OpenPacket open, boolean mayPrepare, List<PacketStep> steps, int prepared) {
    PacketRow row = open.row();
    @Nullable PacketRow published = find(open.rows(), PacketState.PUBLISHED);
    @Nullable PacketRow draft = find(open.rows(), PacketState.DRAFT);
    boolean isDraft = row.state() == PacketState.DRAFT;
    return new PacketDeskView(
        mayPrepare,
        mayPrepare && isDraft,
        row.state() == PacketState.REVISED ? published : null,
        row.frozen() ? draft : null,
        isDraft ? published : null,
        steps,
        "/reviews/" + row.week() + "/" + row.team() + "/revisions/" + row.revision() + ".pdf",
        prepared);
  }

  private static @Nullable PacketRow find(List<PacketRow> rows, PacketState state) {
    return rows.stream().filter(row -> row.state() == state).findFirst().orElse(null);
  }
}
