package org.cscc.directory;

import java.util.Collection;
import java.util.Map;

/** Whom to call in an organization: its liaison, then the deputies. */
public interface Contacts {
  /**
   * The people of today with their numbers, in a line for each organization that has some; read in
   * one statement, however many are asked for.
   */
  Map<String, String> of(Collection<String> organizations);
}
