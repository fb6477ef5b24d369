package org.cscc.incidents.feed;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a cell and a point become an area; places knows. */
public interface AreaWords {
  /** The area that a cell names, by number or by name. */
  OptionalInt named(@Nullable String cell);

  /** The area that holds a point; empty where no outline is to be trusted. */
  OptionalInt at(double lon, double lat);
}
