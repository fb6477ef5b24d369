package org.cscc.kernel;

/**
 * Where it is written down who did what with which record. The trail adds who, in which role and
 * for which organization, when, and from where; the caller says what was done.
 */
public interface AuditTrail {
  /** Name of the request attribute in which a page leaves how many rows it handed out. */
  String ROWS = "org.cscc.audit.rows";

  /**
   * Writes a note. Inside a transaction it stands or falls with it; a read outside of one is
   * written at once.
   */
  void note(AuditNote note);
}
