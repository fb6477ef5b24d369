package org.cscc.reviews;

import java.util.List;

/**
 * A packet that somebody has opened.
 *
 * @param row the revision that is shown
 * @param rows all revisions of it, newest first
 */
record OpenPacket(PacketRow row, List<PacketRow> rows, PacketContent content) {}
