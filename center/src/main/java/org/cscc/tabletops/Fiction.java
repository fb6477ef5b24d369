package org.cscc.tabletops;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.Asking;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * R-ENG-05: a story is made up. It names no block on which somebody was shot, killed or shot at in
 * the areas of its teams within a year, because somebody at the table may live there.
 */
@Component
class Fiction {
  private final Incidents incidents;
  private final Access access;
  private final ExerciseTimes times;

  Fiction(Incidents incidents, Access access, ExerciseTimes times) {
    this.incidents = incidents;
    this.access = access;
    this.times = times;
  }

  /**
   * Lets a plan pass whose story is made up. To be asked before a transaction: where something
   * happened is looked up for all teams of an exercise, not only for those of who plans it.
   *
   * @param areas of its teams
   * @throws Refused R-ENG-05
   */
  void check(PlanWish wish, Set<Integer> areas, LocalDate today) {
    if (!wish.madeUp()) {
      throw new Refused(
          Refused.Kind.INVALID, ExerciseRules.FICTION, "tabletops.refused.not-affirmed");
    }
    List<String> real = real(wish.title(), wish.objectives(), wish.scenes(), areas, today);
    if (!real.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          ExerciseRules.FICTION,
          "tabletops.refused.not-fiction",
          String.join("; ", real),
          times.fictionMonths());
    }
  }

  /**
   * Blocks of a story on which something happened, in its words; to be asked before a transaction.
   *
   * @param areas of its teams
   * @param until last day that counts
   */
  List<String> real(
      String title, String objectives, List<Scene> scenes, Set<Integer> areas, LocalDate until) {
    List<NamedBlocks.Named> named =
        texts(title, objectives, scenes).flatMap(t -> NamedBlocks.in(t).stream()).toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<NamedBlocks.Street> real = Asking.asTheCenter(() -> streets(areas, until));
    // The longest reading of the same words is what a person would point at.
    Map<String, String> words = new LinkedHashMap<>();
    for (NamedBlocks.Named one : named) {
      if (real.stream().anyMatch(one.street()::agrees)) {
        words.put(one.street().hundred() + one.street().name(), one.words());
      }
    }
    return List.copyOf(words.values());
  }

  private Set<NamedBlocks.Street> streets(Set<Integer> areas, LocalDate today) {
    Decision reading = access.forSystem(Capability.READ_INCIDENTS);
    LocalDate from = today.minusMonths(times.fictionMonths());
    return Stream.concat(
            incidents.serious(reading, from, today, areas).stream(),
            incidents.shotsFired(reading, from, today, areas).stream())
        .map(IncidentFacts::block)
        .map(NamedBlocks::street)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Stream<String> texts(String title, String objectives, List<Scene> scenes) {
    return Stream.concat(
        Stream.of(title, objectives),
        scenes.stream()
            .flatMap(
                scene ->
                    Stream.concat(
                        Stream.of(scene.story(), scene.question()), scene.injects().stream())));
  }
}
