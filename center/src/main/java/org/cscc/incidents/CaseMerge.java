package org.cscc.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cscc.incidents.feed.Report;

/**
 * What the rows of one case add up to. A pure function of the rows held and the rows that arrive;
 * the reasons for its rules, and what they can not know, are in docs/decisions/0020.
 */
final class CaseMerge {
  private final Map<String, Told> rows = new LinkedHashMap<>();
  private final Set<String> here = new HashSet<>();
  private long added;
  private long updated;
  private long unchanged;

  private CaseMerge(List<Told> held) {
    held.forEach(told -> rows.put(told.key(), told));
  }

  /**
   * A merged case.
   *
   * @param added arriving rows that were not known
   * @param updated arriving rows that say something else than before
   * @param unchanged arriving rows that say what is known, or are older than what is known
   */
  record Merged(
      List<Told> rows,
      List<PersonHarmed> people,
      CaseFacts facts,
      long added,
      long updated,
      long unchanged) {}

  /**
   * Merges.
   *
   * @param people the people of the case as they are held
   * @param newIds gives ids to people who were not known
   */
  static Merged merge(
      List<Told> held, List<PersonHarmed> people, List<Report> arriving, Supplier<UUID> newIds) {
    CaseMerge merge = new CaseMerge(held);
    arriving.forEach(merge::take);
    return merge.add(people, newIds);
  }

  /** Makes out a case from the rows it holds; one that holds none any more did not happen. */
  static Merged again(CaseLedger.HeldCase before, Supplier<UUID> newIds) {
    return before.rows().isEmpty()
        ? new Merged(List.of(), List.of(), before.facts().standing(Standing.UNFOUNDED), 0, 0, 0)
        : merge(before.rows(), before.people(), List.of(), newIds);
  }

  private void take(Report report) {
    Told fresh = new Told(report, null, true);
    here.add(fresh.key());
    Told known = rows.get(fresh.key());
    if (known == null) {
      rows.put(fresh.key(), fresh);
      added++;
      return;
    }
    Report merged = withFinerTime(known.report(), report);
    if (merged.hash() == known.report().hash() || older(merged, known.report())) {
      unchanged++;
      return;
    }
    rows.put(fresh.key(), new Told(merged, known.person(), true));
    updated++;
  }

  /** A file that lost the hour does not take it from a row whose hour is known. */
  private static Report withFinerTime(Report known, Report fresh) {
    boolean coarser = !fresh.precision().hasHour() && known.precision().hasHour();
    return coarser && fresh.occurredOn().equals(known.occurredOn())
        ? fresh.at(known.occurredAt(), known.occurredOn(), known.precision())
        : fresh;
  }

  private static boolean older(Report fresh, Report known) {
    return fresh.updatedAt() != null
        && known.updatedAt() != null
        && fresh.updatedAt().isBefore(known.updatedAt());
  }

  private Merged add(List<PersonHarmed> held, Supplier<UUID> newIds) {
    List<Told> counting = counting();
    People people = new People(counting, here, held, newIds);
    people.told().forEach(told -> rows.put(told.key(), told));
    List<PersonHarmed> now = people.now();
    return new Merged(
        List.copyOf(rows.values()), now, facts(counting, now), added, updated, unchanged);
  }

  /** The rows that count; if none does, the case is kept with what all of them say. */
  private List<Told> counting() {
    List<Told> counting = new ArrayList<>(rows.values());
    counting.removeIf(told -> told.report().standing() != Standing.COUNTED);
    List<Told> used = counting.isEmpty() ? new ArrayList<>(rows.values()) : counting;
    used.sort(Comparator.comparing(Told::report, LEAD));
    return used;
  }

  /** The row that speaks for the case comes first: gravest, then crimes export, then earliest. */
  private static final Comparator<Report> LEAD =
      Comparator.<Report>comparingInt(report -> report.type().gravity())
          .thenComparing(Report::feed)
          .thenComparing(Report::occurredAt)
          .thenComparingInt(report -> report.rowKey().length())
          .thenComparing(Report::rowKey);

  private static CaseFacts facts(List<Told> counting, List<PersonHarmed> people) {
    List<Report> reports = counting.stream().map(Told::report).toList();
    Report lead = reports.getFirst();
    Report placed = first(reports, report -> report.area() != null, lead);
    Report pointed = first(reports, report -> report.lon() != null, lead);
    return new CaseFacts(
        type(lead, people),
        lead.standing(),
        first(reports, report -> report.iucr() != null, lead).iucr(),
        lead.occurredAt(),
        lead.occurredOn(),
        lead.precision(),
        first(reports, report -> report.block() != null, lead).block(),
        pointed.lon(),
        pointed.lat(),
        placed.area(),
        placed.areaStated(),
        placed.areaComputed(),
        lead.locationClass(),
        reports.stream().anyMatch(Report::domestic),
        reports.stream().anyMatch(Report::gunshot));
  }

  private static Report first(
      List<Report> reports, java.util.function.Predicate<Report> fits, Report otherwise) {
    return reports.stream().filter(fits).findFirst().orElse(otherwise);
  }

  private static IncidentType type(Report lead, List<PersonHarmed> people) {
    if (people.stream().anyMatch(PersonHarmed::fatal)) {
      return lead.type().homicide() ? lead.type() : IncidentType.HOMICIDE;
    }
    return people.stream().anyMatch(person -> person.kind() == HarmKind.NONFATAL_SHOOTING)
        ? IncidentType.NONFATAL_SHOOTING
        : Objects.requireNonNull(lead.type());
  }
}
