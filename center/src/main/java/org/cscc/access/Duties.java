package org.cscc.access;

import java.util.List;

/** What a room asks of people on their first page; each brings its own. */
public interface Duties {
  /** What it asks of the person of the current request now. */
  List<Duty> now();
}
