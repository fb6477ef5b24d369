package org.cscc.patterns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.springframework.stereotype.Component;

/**
 * What the records add up to: for an area, a team or a block and a day. Ask with a decision about
 * {@link Capability#READ_PATTERNS}; who has seats in teams is answered about the areas of those
 * teams only. Nothing here is keyed by a person (R-HOT-01), and no stop, arrest or contact goes
 * into it (R-HOT-05). A day means a Chicago day; counts end on it, included.
 */
@Component
public class Patterns {
  private final Histories histories;
  private final Grounds grounds;
  private final ReviewWeeks weeks;

  Patterns(Histories histories, Grounds grounds, ReviewWeeks weeks) {
    this.histories = histories;
    this.grounds = grounds;
    this.weeks = weeks;
  }

  /** The profile of an area. Refuses an area out of reach (R-PATTERNS-01) or unknown (-02). */
  public Profile area(Decision decision, int number, LocalDate day) {
    return on(day).of(grounds.area(decision, number));
  }

  /** The profile of a team's areas together. Refuses like {@link #area}. */
  public Profile team(Decision decision, String code, LocalDate day) {
    return on(day).of(grounds.team(decision, code));
  }

  /**
   * The profiles of all teams that the decision reaches, by team code in the order of their names.
   * The records are read once for all of them.
   */
  public Map<String, Profile> teams(Decision decision, LocalDate day) {
    List<Extent> extents = grounds.teams(decision);
    Profiling profiling = on(day);
    Map<String, Profile> profiles = new LinkedHashMap<>();
    extents.forEach(extent -> profiles.put(extent.key(), profiling.of(extent)));
    return profiles;
  }

  /** Near-repeat windows open on a day anywhere within reach, the one that closes first first. */
  public List<OpenWindow> openWindows(Decision decision, LocalDate day) {
    Extent reach = grounds.reach(decision);
    return on(day).openWindows(reach);
  }

  /**
   * The near-repeat flag of an incident, as the records are now; empty when it fell into no window
   * of an earlier one, or when that one counts no more.
   *
   * @param day its day
   */
  public Optional<NearRepeat> nearRepeat(Decision decision, UUID incident, LocalDate day) {
    Extent reach = grounds.reach(decision);
    return on(day).nearRepeats(reach).stream()
        .filter(flag -> flag.incident().equals(incident))
        .findFirst();
  }

  /**
   * Incidents that a finding rests on, the newest first. Whoever may read the finding may read
   * these: a place on a border shows what lies on both sides of it.
   */
  public List<PlacedIncident> incidents(Decision decision, Collection<UUID> ids) {
    decision.about(Capability.READ_PATTERNS);
    Set<UUID> wanted = Set.copyOf(ids);
    return histories.now().history().on(Extent.CITY).happenings().reversed().stream()
        .filter(happening -> wanted.contains(happening.id()))
        .map(
            h ->
                new PlacedIncident(
                    h.id(),
                    h.on(),
                    h.block(),
                    Math.max(0, h.area()),
                    h.lon(),
                    h.lat(),
                    h.killed(),
                    h.injured()))
        .toList();
  }

  /**
   * How densely incidents of the last days lie in a frame, whoever looks after the ground: a kernel
   * that ended at a border would be wrong beside it. It names no incident.
   *
   * @param days how many days, ending on {@code day}
   */
  public RecentDensity density(
      Decision decision, LocalDate day, int days, RecentDensity.Frame frame) {
    decision.about(Capability.READ_PATTERNS);
    int last = Math.toIntExact(day.toEpochDay());
    return RecentDensity.of(histories.now().history().between(last - days + 1, last), days, frame);
  }

  /**
   * Blocks of the records, within reach, that hold every word of a text; a house number finds its
   * hundred-block.
   */
  public List<BlockFound> blocks(Decision decision, String text) {
    Extent reach = grounds.reach(decision);
    List<String> words = BlockWords.of(text);
    return histories.now().history().areaOfBlock().entrySet().stream()
        .filter(entry -> !words.isEmpty())
        .filter(entry -> decision.everywhere() || reach.areas().contains(entry.getValue()))
        .filter(entry -> words.stream().allMatch(entry.getKey()::contains))
        .map(
            entry -> new BlockFound(entry.getKey(), BlockSlug.of(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(BlockFound::block))
        .toList();
  }

  private Profiling on(LocalDate day) {
    return histories.now().on(day, weeks.weekStart());
  }
}
