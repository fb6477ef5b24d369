package org.cscc.actions;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * R-COO-03: a duplicate is linked to the one that stays and closes with it. It is one when the same
 * is to be done on the same block, or within 50 m, and the other one is open.
 */
@Component
class Duplicates {
  static final String RULE = "R-COO-03";
  private static final double REACH_METERS = 50;

  private final ItemStore store;

  Duplicates(ItemStore store) {
    this.store = store;
  }

  /** The one that stays, when the other may be folded into it. */
  ActionItem parent(Actor actor, ActionItem child, String code) {
    ActionItem parent = store.lock(SpokenCode.normal(code)).orElseThrow(Actions::unknown);
    if (!actor.reaches(parent)) {
      throw Actions.unknown();
    }
    if (parent.id().equals(child.id())
        || parent.merged()
        || !parent.state().open()
        || parent.verb() != child.verb()
        || !near(parent, child)) {
      throw new Refused(Refused.Kind.CONFLICT, RULE, "actions.refused.no-duplicate");
    }
    if (!store.children(child.id()).isEmpty()) {
      throw new Refused(Refused.Kind.CONFLICT, RULE, "actions.refused.has-duplicates");
    }
    return parent;
  }

  private static boolean near(ActionItem one, ActionItem other) {
    boolean sameBlock =
        one.block() != null
            && one.block().equals(other.block())
            && one.area() != null
            && one.area().equals(other.area());
    return sameBlock
        || (one.lon() != null
            && one.lat() != null
            && other.lon() != null
            && other.lat() != null
            && meters(one.lon(), one.lat(), other.lon(), other.lat()) <= REACH_METERS);
  }

  /** Distance on a plane, which is good to some centimeters over a block. */
  static double meters(double lon, double lat, double otherLon, double otherLat) {
    double metersADegree = 111_195;
    double x = (otherLon - lon) * Math.cos(Math.toRadians(lat)) * metersADegree;
    double y = (otherLat - lat) * metersADegree;
    return Math.hypot(x, y);
  }

  /** Closes what was folded into an item, when the item is verified. */
  void closeWith(ActionItem parent, Actor actor, Instant now) {
    for (ActionItem child : store.children(parent.id())) {
      Map<String, @Nullable Object> columns = new HashMap<>();
      columns.put("state", ActionState.VERIFIED.name());
      store.change(child.id(), columns, now);
      store.step(
          child.id(),
          "CLOSE_WITH_PARENT",
          Change.of(child.state(), ActionState.VERIFIED).with(parent.code()),
          actor,
          now);
    }
  }
}
