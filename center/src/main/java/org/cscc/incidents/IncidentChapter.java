package org.cscc.incidents;

import java.time.Instant;
import java.util.List;

/**
 * What a room knows of what came of an incident; each brings its own. It asks for the decisions of
 * its own pages, so that nobody reads here what could not be read there, and takes the same
 * statements however much there is.
 */
public interface IncidentChapter {
  /**
   * Its lines, in the order in which things follow from each other.
   *
   * @param incident one that the person of the current request reads
   * @param until what was begun on the block after this is no consequence any more
   */
  List<StoryLine> of(IncidentFacts incident, Instant until);
}
