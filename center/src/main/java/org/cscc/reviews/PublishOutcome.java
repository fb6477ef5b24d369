package org.cscc.reviews;

import java.util.List;

/** What became of the wish to publish a draft. */
public sealed interface PublishOutcome {
  /**
   * It is frozen now.
   *
   * @param row the published revision
   */
  record Published(PacketRow row) implements PublishOutcome {}

  /**
   * Not published: the records have changed since the draft was shown (R-HRIT-02). Both are kept.
   *
   * @param shown what the person had read
   * @param now the draft as it is now
   * @param changes what moved between them; may be empty when only a place or a name moved
   */
  record Stale(PacketRow shown, PacketRow now, List<PacketChange> changes)
      implements PublishOutcome {}
}
