package org.cscc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where it is written down who did what with which record. The trail adds who, in which role and
 * for which organization, when, and from where; the caller says what was done.
 */
public interface AuditTrail {
  /** Name of the request attribute in which a page leaves how many rows it handed out. */
  String ROWS = "org.cscc.audit.rows";

  /**
   * Name of the request attribute in which a page that answers a refusal by itself, such as with
   * the form once more, leaves the rule that refused.
   */
  String REFUSED = "org.cscc.audit.refused";

  /**
   * Name of the request attribute that writes the note of an {@link Audited} handler at once, for
   * handlers that write their answer by themselves.
   */
  String NOW = "org.cscc.audit.now";

  /**
   * Writes the note of the running handler before it hands anything out.
   *
   * @param attribute the request's attribute {@link #NOW}
   */
  static void noteNow(@Nullable Object attribute) {
    if (attribute instanceof Runnable note) {
      note.run();
    }
  }

  /**
   * Writes a note. Inside a transaction it stands or falls with it; a read outside of one is
   * written at once.
   */
  void note(AuditNote note);
}
