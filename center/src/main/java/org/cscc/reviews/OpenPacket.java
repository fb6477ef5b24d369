package org.cscc.reviews;

import java.util.List;

/**
 * A packet that somebody has opened.
 *
 * @param row the revision that is shown
 * @param rows all revisions of it, newest first
 * @param deferrals what the team has put off to a later review since
 */
record OpenPacket(
    PacketRow row, List<PacketRow> rows, PacketContent content, List<Deferral> deferrals) {}
