package org.cscc.site;

import java.util.List;
import org.cscc.incidents.IncidentFacts;
import org.cscc.patterns.BlockFound;
import org.cscc.places.CommunityArea;
import org.cscc.reviews.PacketRow;
import org.jspecify.annotations.Nullable;

/**
 * What the house knows under a text, as far as the person may see it.
 *
 * @param asked the text
 * @param blocks the first of them
 * @param blocksInAll how many there are
 * @param incident the one with that case number; null when there is none within reach
 * @param packets the newest first, each with the name of its team
 */
record Found(
    String asked,
    List<CommunityArea> areas,
    List<BlockFound> blocks,
    int blocksInAll,
    @Nullable IncidentFacts incident,
    List<NamedPacket> packets) {
  /** A packet and the name of its team. */
  record NamedPacket(String team, PacketRow row) {}

  /** How many lines the page shows. */
  public int lines() {
    return areas.size() + blocks.size() + packets.size() + (incident == null ? 0 : 1);
  }
}
