package org.cscc.reviews;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Who has answered an incident, as it stands now; the room of activations knows it. A packet is
 * frozen, so it is read beside it.
 */
public interface FirstResponses {
  /** The answers to incidents, as far as the person of the request may read them. */
  Map<UUID, FirstResponse> to(Collection<UUID> incidents);

  /**
   * The answer to an incident.
   *
   * @param code of the activation
   * @param called organizations that were called
   * @param answered those of them that said yes or no
   * @param there whether somebody was there
   * @param reached whether survivors or a family were reached
   */
  record FirstResponse(String code, int called, int answered, boolean there, boolean reached) {}
}
