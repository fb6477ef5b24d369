package org.cscc.actions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that something was done, or that it was not.
 *
 * @param said a note, or the number of the crew's work order; null for a picture
 * @param upload the picture, as the room of uploads keeps it
 */
public record Evidence(Kind kind, @Nullable String said, @Nullable UUID upload) {
  /** What it is. */
  public enum Kind {
    NOTE,
    /** The number under which the crew has it in its own books. */
    WORK_CODE,
    PICTURE
  }

  /** A note. */
  public static Evidence note(String said) {
    return new Evidence(Kind.NOTE, said, null);
  }

  /** The number of a work order. */
  public static Evidence workCode(String code) {
    return new Evidence(Kind.WORK_CODE, code, null);
  }

  /** A picture. */
  public static Evidence picture(UUID upload) {
    return new Evidence(Kind.PICTURE, null, upload);
  }
}
