package org.cscc.access;

import java.util.List;

/** What watching over the accounts asks of people; each kind of watching brings its own. */
public interface Duties {
  /** What it asks of the person of the current request now. */
  List<Duty> now();
}
