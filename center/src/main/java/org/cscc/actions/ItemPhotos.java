package org.cscc.actions;

import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.evidence.Owner;
import org.springframework.stereotype.Component;

/**
 * Photos of what was done: who sees the item sees them. The row policy on photos names this kind,
 * too ({@code home/tables.txt}).
 */
@Component
class ItemPhotos implements Owner {
  private final Access access;
  private final Actions actions;
  private final ItemReads reads;

  ItemPhotos(Access access, Actions actions, ItemReads reads) {
    this.access = access;
    this.actions = actions;
    this.reads = reads;
  }

  @Override
  public String kind() {
    return "action";
  }

  @Override
  public Decision mayRead(String record) {
    Decision decision = access.require(Capability.READ_ACTIONS);
    if (!reads.reaches(decision, actions.role(), UUID.fromString(record))) {
      throw Actions.unknown();
    }
    return decision;
  }
}
