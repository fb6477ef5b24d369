package org.cscc.patterns.hotspots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.patterns.AreaThemes;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.Grounds;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotLine;
import org.cscc.patterns.NearRepeatRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers other rooms about hot spots. */
@Component
class OpenHotSpots implements HotSpotDoor {
  private final HotSpotStore store;
  private final Computations computations;
  private final Grounds grounds;
  private final HotSpots hotSpots;
  private final Recomputation recomputation;
  private final NearRepeatRule rule;

  OpenHotSpots(
      HotSpotStore store,
      Computations computations,
      Grounds grounds,
      HotSpots hotSpots,
      Recomputation recomputation,
      NearRepeatRule rule) {
    this.rule = rule;
    this.hotSpots = hotSpots;
    this.recomputation = recomputation;
    this.store = store;
    this.computations = computations;
    this.grounds = grounds;
  }

  @Override
  public List<HotSpotLine> open(Decision decision, Set<Integer> areas) {
    decision.about(Capability.READ_PATTERNS);
    areas.forEach(area -> grounds.mustReach(decision, area));
    Findings findings = computations.newest().map(Computations.Kept::findings).orElse(null);
    if (findings == null) {
      return List.of();
    }
    Map<UUID, Evidence> evidence = store.newestEvidence();
    return store.all().stream()
        .filter(spot -> spot.state().watched() && areas.contains(spot.area()))
        .sorted(
            Comparator.comparing(HotSpot::planDue, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Comparator.comparingInt(HotSpot::incidents).reversed())
                .thenComparingInt(HotSpot::number))
        .map(spot -> FindingLines.line(spot, evidence.get(spot.id()), findings))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public @Nullable GroundFindings found(Decision decision, Set<Integer> areas) {
    decision.about(Capability.READ_PATTERNS);
    areas.forEach(area -> grounds.mustReach(decision, area));
    return computations
        .newest()
        .map(kept -> FindingLines.of(kept.findings(), areas, grounds.names(), rule))
        .orElse(null);
  }

  @Override
  public @Nullable AreaThemes themes(Decision patterns, Decision links) {
    links.about(Capability.READ_LINKS);
    if (!patterns.about(Capability.READ_PATTERNS).everywhere() || !links.everywhere()) {
      throw new IllegalArgumentException("The themes of all areas are read by who reads all areas");
    }
    return computations
        .newest()
        .map(Computations.Kept::findings)
        .map(
            findings ->
                new AreaThemes(
                    findings.weekEnd(),
                    findings.settings().get("themeWeeks") instanceof Number weeks
                        ? weeks.intValue()
                        : Settings.USUAL.themeWeeks(),
                    findings.themes().stream()
                        .map(
                            theme ->
                                new AreaThemes.Line(
                                    theme.area(), theme.codes(), theme.incidents(), theme.of()))
                        .toList()))
        .orElse(null);
  }

  @Override
  public boolean recompute() {
    return recomputation.ifThereIsSomethingNew();
  }

  @Override
  public void take(
      Decision decision, Role role, int number, String step, String reason, @Nullable Agreed plan) {
    HotSpot spot = hotSpots.find(decision, number);
    hotSpots.move(
        decision.about(Capability.JUDGE_HOT_SPOTS),
        role,
        number,
        spot.version(),
        HotSpotMove.valueOf(step),
        reason,
        plan == null ? null : new Plan(plan.work(), plan.lead(), plan.until()));
  }
}
