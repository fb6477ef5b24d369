package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.jspecify.annotations.Nullable;

/** The hot spots for other rooms. */
public interface HotSpotDoor {
  /**
   * The hot spots of some areas that are not closed, those that owe a plan or a reason first. Ask
   * with a decision about {@link Capability#READ_PATTERNS} that reaches the areas.
   */
  List<HotSpotLine> open(Decision decision, Set<Integer> areas);

  /**
   * What else was found in some areas, each with its arithmetic; null until the first computation
   * is through. Ask like {@link #open}.
   */
  @Nullable GroundFindings found(Decision decision, Set<Integer> areas);

  /**
   * What incidents of the last weeks have in common, area by area (M-9), by the newest computation;
   * null until the first one is through. Ask with a decision about {@link Capability#READ_PATTERNS}
   * that reaches everywhere, and about {@link Capability#READ_LINKS}: what outreach, residents and
   * partners said is among it.
   */
  @Nullable AreaThemes themes(Decision patterns, Decision links);

  /**
   * Computes anew if there is something new to compute from; the center also does so by itself.
   *
   * @return whether anything was computed
   */
  boolean recompute();

  /**
   * Takes a step that people take; see the table of steps for which there are.
   *
   * @param decision about {@link Capability#JUDGE_HOT_SPOTS}
   * @param plan work, lead and until when; null for every other step
   * @throws org.cscc.kernel.Refused when the step is not allowed
   */
  void take(
      Decision decision, Role role, int number, String step, String reason, @Nullable Agreed plan);

  /**
   * A plan.
   *
   * @param work kind of work, such as {@code LIGHT}
   * @param lead code of the organization that leads it
   * @param until until when
   */
  record Agreed(String work, String lead, LocalDate until) {}
}
