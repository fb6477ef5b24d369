package org.cscc.services;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that something was done, or that it was not.
 *
 * @param said a note or the crew's code; null for a picture
 * @param upload the picture
 */
record Shown(Kind kind, @Nullable String said, @Nullable UUID upload) {
  enum Kind {
    NOTE,
    /** The number of the crew or of its work order, as the department has it in its books. */
    CREW_CODE,
    PICTURE
  }
}
