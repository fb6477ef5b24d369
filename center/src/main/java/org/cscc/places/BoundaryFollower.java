package org.cscc.places;

import java.time.Instant;
import java.util.Optional;

/** A room that has computed areas from points and does so again when new outlines come. */
public interface BoundaryFollower {
  /**
   * What new outlines moved.
   *
   * @param points records with a point
   * @param recomputed of them, those whose point lies in another area than was known
   * @param moved records that count in another area now
   * @param unmapped records that count in no known area now
   */
  record Followed(long points, long recomputed, long moved, long unmapped, Instant at) {}

  /** Computes anew with the outlines in force, unless that was done; answers what it moved. */
  Followed follow();

  /** What the outlines in force moved; empty when nothing was computed with them yet. */
  Optional<Followed> followed();
}
