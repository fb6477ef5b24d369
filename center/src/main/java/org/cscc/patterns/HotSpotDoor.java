package org.cscc.patterns;

import java.util.List;
import java.util.Set;
import org.cscc.access.Capability;
import org.cscc.access.Decision;

/** The hot spots for other rooms. */
public interface HotSpotDoor {
  /**
   * The hot spots of some areas that are not closed, those that owe a plan or a reason first. Ask
   * with a decision about {@link Capability#READ_PATTERNS} that reaches the areas.
   */
  List<HotSpotLine> open(Decision decision, Set<Integer> areas);
}
