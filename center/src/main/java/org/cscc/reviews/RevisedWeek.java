package org.cscc.reviews;

import java.time.LocalDate;
import java.util.List;

/**
 * What has changed since a packet was published.
 *
 * @param week first day of its week
 * @param revision which revision was compared
 * @param changes what moved, in time order of the incidents
 */
record RevisedWeek(LocalDate week, int revision, List<PacketChange> changes) {}
