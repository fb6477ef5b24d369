package org.cscc.recommendations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.ActionState;
import org.cscc.actions.Actions;
import org.cscc.actions.ItemFigure;
import org.cscc.directory.Team;
import org.cscc.directory.TeamArea;
import org.cscc.directory.Teams;
import org.cscc.incidents.Change;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.AreaThemes;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.cscc.services.ServiceTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the sheet of a week together out of what other rooms know; one question to each. */
@Component
class WeekReading {
  private static final int TEAMS = 3;

  /** Commitments that were written down longer ago are not looked for; the longest has a month. */
  private static final Duration LOOK_BACK = Duration.ofDays(180);

  /** Incidents of so many days are looked through for what moved. */
  private static final int DAYS = 3 * 365;

  private static final Set<Change.Kind> TOLD =
      EnumSet.of(
          Change.Kind.RETYPED,
          Change.Kind.DIED,
          Change.Kind.WITHDRAWN,
          Change.Kind.RESTORED,
          Change.Kind.MOVED);

  private final Actions actions;
  private final ServiceTasks services;
  private final HotSpotDoor hotSpots;
  private final Incidents incidents;
  private final RecommendationReads recommendations;
  private final Teams teams;
  private final Areas areas;
  private final Clock clock;

  WeekReading(
      Actions actions,
      ServiceTasks services,
      HotSpotDoor hotSpots,
      Incidents incidents,
      RecommendationReads recommendations,
      Teams teams,
      Areas areas,
      Clock clock) {
    this.actions = actions;
    this.services = services;
    this.hotSpots = hotSpots;
    this.incidents = incidents;
    this.recommendations = recommendations;
    this.teams = teams;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The sheet of a week, as known now.
   *
   * @param asking gives a decision about each of the matters; all of them reach everywhere
   */
  WeekSheet of(ReviewWeek week, WeeklyLook look, Function<Capability, Decision> asking) {
    Instant now = clock.instant();
    Instant until = earlier(look.of(week), now);
    Instant from = look.of(week.previous());
    Instant since = look.cutOf(week.previous());
    List<WeekSheet.Rose> commitments =
        actions.raised(asking.apply(Capability.READ_ESCALATIONS), from, until).stream()
            .map(
                one ->
                    new WeekSheet.Rose(
                        one.code(), one.organization(), one.level(), one.at(), one.open()))
            .toList();
    List<WeekSheet.Rose> served =
        services.raised(asking.apply(Capability.READ_SERVICES), from, until).stream()
            .map(
                one ->
                    new WeekSheet.Rose(
                        one.code(), one.department(), one.level(), one.at(), one.open()))
            .toList();
    List<Change> changes = changes(asking.apply(Capability.READ_INCIDENTS), since, until, now);
    List<RecommendationReads.Figure> asked =
        recommendations.figures(asking.apply(Capability.READ_RECOMMENDATIONS));
    Instant before = look.of(week.previous().previous());
    List<ItemFigure> items =
        actions.figures(asking.apply(Capability.READ_ACTIONS), before.minus(LOOK_BACK));
    return new WeekSheet(
        week.firstDay(),
        from,
        until,
        since,
        now,
        commitments,
        served,
        themes(asking),
        moved(changes),
        changes.size(),
        asked(asked, one -> within(one.issuedAt(), from, until)),
        asked(asked, one -> one.answeredAt() != null && within(one.answeredAt(), from, until)),
        promises(items, from, until),
        promises(items, before, from));
  }

  /** Themes by what they are, with the teams that lead in the areas in which they lie. */
  private WeekSheet.@Nullable Themes themes(Function<Capability, Decision> asking) {
    AreaThemes found =
        hotSpots.themes(
            asking.apply(Capability.READ_PATTERNS), asking.apply(Capability.READ_LINKS));
    return found == null ? null : shared(found, teams.all());
  }

  /**
   * The themes that three teams or more share. An area counts for the team that leads there, so
   * that an incident on a border is not counted for two teams.
   */
  static WeekSheet.Themes shared(AreaThemes found, List<Team> all) {
    Map<Integer, Set<String>> leading = new HashMap<>();
    for (Team team : all) {
      for (TeamArea area : team.areas()) {
        if (area.lead()) {
          leading.computeIfAbsent(area.area(), none -> new TreeSet<>()).add(team.code());
        }
      }
    }
    Map<List<String>, List<AreaThemes.Line>> byCodes =
        found.lines().stream()
            .filter(line -> leading.containsKey(line.area()))
            .collect(Collectors.groupingBy(AreaThemes.Line::codes));
    List<WeekSheet.Shared> shared = new ArrayList<>();
    byCodes.forEach(
        (codes, lines) -> {
          Set<String> names = new TreeSet<>();
          lines.forEach(line -> names.addAll(leading.getOrDefault(line.area(), Set.of())));
          // A team that leads nowhere else would be counted with the other one of its only area.
          if (names.size() >= TEAMS && lines.size() >= TEAMS) {
            shared.add(
                new WeekSheet.Shared(
                    codes,
                    List.copyOf(names),
                    lines.stream().mapToInt(AreaThemes.Line::incidents).sum(),
                    lines.stream().mapToInt(AreaThemes.Line::of).sum()));
          }
        });
    shared.sort(
        Comparator.comparingInt((WeekSheet.Shared one) -> one.teams().size())
            .thenComparingInt(WeekSheet.Shared::incidents)
            .reversed()
            .thenComparing(one -> String.join(" ", one.codes())));
    return new WeekSheet.Themes(
        found.weekEnd(),
        found.weeks(),
        new HashSet<>(found.lines().stream().map(AreaThemes.Line::area).toList()).size(),
        shared);
  }

  private List<Change> changes(Decision decision, Instant since, Instant until, Instant now) {
    LocalDate today = WallClock.dayOf(now);
    Set<Integer> all = areas.all().stream().map(CommunityArea::number).collect(Collectors.toSet());
    return incidents.changedSince(decision, since, today.minusDays(DAYS), today, all).stream()
        .filter(change -> !change.at().isAfter(until) && change.before() != null)
        .filter(change -> change.kinds().stream().anyMatch(TOLD::contains))
        .toList();
  }

  private static List<WeekSheet.Moved> moved(List<Change> changes) {
    Map<Integer, Map<Change.Kind, Integer>> counts = new TreeMap<>();
    for (Change change : changes) {
      for (Change.Kind kind : change.kinds()) {
        if (TOLD.contains(kind)) {
          counts
              .computeIfAbsent(
                  Objects.requireNonNullElse(change.after().area(), 0), none -> new TreeMap<>())
              .merge(kind, 1, Integer::sum);
        }
      }
    }
    List<WeekSheet.Moved> moved = new ArrayList<>();
    counts.forEach(
        (area, kinds) ->
            kinds.forEach(
                (kind, count) ->
                    moved.add(new WeekSheet.Moved(area == 0 ? null : area, kind.name(), count))));
    return moved;
  }

  private static List<WeekSheet.Asked> asked(
      List<RecommendationReads.Figure> all, Predicate<RecommendationReads.Figure> which) {
    return all.stream()
        .filter(which)
        .map(one -> new WeekSheet.Asked(one.code(), one.organization(), one.state()))
        .toList();
  }

  /** Commitments whose day lay between two Thursdays. */
  static WeekSheet.Promises promises(List<ItemFigure> items, Instant from, Instant until) {
    int kept = 0;
    int broken = 0;
    int seen = 0;
    for (ItemFigure item : items) {
      if (item.dueAt() != null && within(item.dueAt().toInstant(), from, until)) {
        boolean inTime =
            item.claimed() && item.claimedAt() != null && !item.claimedAt().isAfter(item.dueAt());
        kept += inTime ? 1 : 0;
        broken += inTime ? 0 : 1;
        seen += inTime && item.state() == ActionState.VERIFIED ? 1 : 0;
      }
    }
    return new WeekSheet.Promises(kept, broken, seen);
  }

  private static boolean within(Instant at, Instant from, Instant until) {
    return at.isAfter(from) && !at.isAfter(until);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
