package org.cscc.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whom to call in an organization: its liaison, then the deputies; its supervisor when it is late.
 */
public interface Contacts {
  /**
   * The people of today with their numbers, in a line for each organization that has some; read in
   * one statement, however many are asked for.
   */
  Map<String, String> of(Collection<String> organizations);

  /** To whom late promises go up today, for each organization that names some; one statement. */
  Map<String, List<Supervisor>> supervisors(Collection<String> organizations);

  /**
   * To whom late promises of an organization go up.
   *
   * @param phone empty when none is named
   */
  record Supervisor(String name, String phone) {}
}
