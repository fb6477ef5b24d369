package org.cscc.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a record.
 *
 * @param kind what the record is, in the center's word, such as {@code packet}
 * @param record its id, never a person's name except a sign-in name of staff
 * @param purpose why, where a purpose was declared; else empty
 * @param rows how many rows were handed out or changed
 * @param before what stood there, as JSON or a short text, for changes
 * @param after what stands there now
 */
public record AuditNote(
    Deed deed,
    String kind,
    String record,
    String purpose,
    long rows,
    @Nullable String before,
    @Nullable String after) {
  /** What can be done; the codes are stored and never change their meaning. */
  public enum Deed {
    /** Somebody opened it. */
    READ(1),
    /** Somebody printed it. */
    PRINT(2),
    /** Somebody took rows out of the center, as a file or through the API. */
    EXPORT(3),
    /** It came to be. */
    CREATE(4),
    /** It was changed. */
    CHANGE(5),
    /** It was taken away. */
    REMOVE(6),
    /** A file was brought in. */
    IMPORT(7),
    /** Somebody signed in. */
    SIGN_IN(8),
    /** Somebody signed out. */
    SIGN_OUT(9),
    /** The center said no. */
    REFUSE(10),
    /** A rule was set aside by the person who may, with a reason. */
    OVERRIDE(11),
    /** A protected record was disclosed on a consent. */
    DISCLOSE(12);

    private final int code;

    Deed(int code) {
      this.code = code;
    }

    /** The stored code. */
    public int code() {
      return code;
    }

    /** The deed of a stored code. */
    public static Deed of(int code) {
      return Arrays.stream(values()).filter(deed -> deed.code == code).findFirst().orElseThrow();
    }
  }

  /** A note of something that was read or handed out. */
  public static AuditNote of(Deed deed, String kind, String record, long rows) {
    return new AuditNote(deed, kind, record, "", rows, null, null);
  }

  /** A note of a change. */
  public static AuditNote change(
      Deed deed, String kind, String record, @Nullable String before, @Nullable String after) {
    return new AuditNote(deed, kind, record, "", 1, before, after);
  }

  /** The same note for a declared purpose or reason. */
  public AuditNote because(String why) {
    return new AuditNote(deed, kind, record, why, rows, before, after);
  }
}
