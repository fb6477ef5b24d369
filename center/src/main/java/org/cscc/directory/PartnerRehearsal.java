package org.cscc.directory;

import java.time.ZonedDateTime;

/** Fills the directory of a demo with made-up services, liaisons and turns on call. */
public interface PartnerRehearsal {
  /**
   * Adds what is missing; a second time adds nothing.
   *
   * @param now the demo's moment, on the clock of Chicago
   */
  void upTo(ZonedDateTime now);
}
