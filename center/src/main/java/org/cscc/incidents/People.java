package org.cscc.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cscc.incidents.feed.Report;
import org.jspecify.annotations.Nullable;

/**
 * Who was harmed in a case, each person once, whichever feed tells of them and under whichever id.
 * The feeds are never added up: there are as many people as the feed that knows of more, and as
 * many of them died as the feed that knows of more deaths.
 */
final class People {
  private final List<Told> told;
  private final Set<String> here;
  private final Map<UUID, PersonHarmed> unclaimed = new LinkedHashMap<>();
  private final Map<UUID, PersonHarmed> held = new LinkedHashMap<>();
  private final Supplier<UUID> newIds;
  private final List<Slot> slots = new ArrayList<>();

  /** A person while it is being made out. */
  private static final class Slot {
    private @Nullable UUID id;
    private final List<Told> rows = new ArrayList<>();
    private boolean dead;

    boolean serious() {
      return rows.isEmpty() || rows.stream().anyMatch(row -> kind(row).serious());
    }

    boolean toldDead() {
      return rows.stream().anyMatch(row -> row.report().fatal());
    }
  }

  /**
   * Makes out the people.
   *
   * @param told the rows that count
   * @param here keys of the rows of the present file
   * @param people the people held so far
   */
  People(List<Told> told, Set<String> here, List<PersonHarmed> people, Supplier<UUID> newIds) {
    this.told = new ArrayList<>(told);
    this.here = here;
    this.newIds = newIds;
    people.forEach(person -> held.put(person.id(), person));
    unclaimed.putAll(held);
    slotsOfVictims();
    List<Told> killings = matching(Told::killing);
    boolean standIn = told.stream().anyMatch(Told::standIn);
    addWhomOnlyCrimesKnow(killings, standIn);
    giveIds();
    bind(killings);
  }

  private static HarmKind kind(Told row) {
    HarmKind kind = row.report().kind();
    return kind == null ? HarmKind.OTHER : kind;
  }

  private List<Told> matching(Predicate<Told> wanted) {
    return told.stream().filter(wanted).toList();
  }

  private void slotsOfVictims() {
    List<Told> victims = new ArrayList<>(matching(Told::victim));
    victims.sort(
        Comparator.comparing((Told row) -> row.person() == null)
            .thenComparing(row -> row.report().rowKey()));
    for (Told row : victims) {
      Slot slot = row.person() == null ? earlierSelf(row, victims) : slotOf(row.person());
      slot.rows.add(row);
    }
    for (Slot slot : slots) {
      slot.dead = slot.toldDead();
    }
  }

  private Slot slotOf(UUID id) {
    for (Slot slot : slots) {
      if (id.equals(slot.id)) {
        return slot;
      }
    }
    return add(id);
  }

  private Slot add(@Nullable UUID id) {
    Slot slot = new Slot();
    slot.id = id;
    slots.add(slot);
    if (id != null) {
      unclaimed.remove(id);
    }
    return slot;
  }

  /**
   * The person whom a new id is about. An id changes when somebody dies: then the old id is not in
   * the file that brings the new one, and one of the two says that the person died. The people of
   * one file are different people.
   */
  private Slot earlierSelf(Told row, List<Told> victims) {
    List<Slot> gone =
        slots.stream()
            .filter(slot -> !slot.rows.isEmpty())
            .filter(slot -> slot.toldDead() != row.report().fatal())
            .filter(slot -> slot.rows.stream().noneMatch(r -> here.contains(r.key())))
            .toList();
    for (Slot slot : gone) {
      if (slot.rows.stream().allMatch(r -> same(r.report(), row.report()))) {
        return slot;
      }
    }
    for (Slot slot : gone) {
      if (slot.rows.stream().allMatch(r -> compatible(r.report(), row.report()))) {
        return slot;
      }
    }
    // The ids of the living may be numbered anew after a death. A file that still has other living
    // people of the case is complete, so who is missing in it is the one who died.
    boolean complete =
        victims.stream()
            .anyMatch(r -> here.contains(r.key()) && kind(r) == HarmKind.NONFATAL_SHOOTING);
    return row.report().fatal() && complete && !gone.isEmpty() ? gone.getLast() : add(null);
  }

  private static boolean same(Report a, Report b) {
    return a.ageBand() == b.ageBand() && a.sex().equals(b.sex()) && a.race().equals(b.race());
  }

  private static boolean compatible(Report a, Report b) {
    return (a.ageBand() == b.ageBand()
            || a.ageBand() == AgeBand.UNKNOWN
            || b.ageBand() == AgeBand.UNKNOWN)
        && either(a.sex(), b.sex())
        && either(a.race(), b.race());
  }

  private static boolean either(String a, String b) {
    return a.equals(b) || a.equals("UNK") || b.equals("UNK");
  }

  private void addWhomOnlyCrimesKnow(List<Told> killings, boolean standIn) {
    int known = (int) slots.stream().filter(Slot::serious).count();
    int dead = (int) slots.stream().filter(slot -> slot.dead).count();
    int all = Math.max(Math.max(known, killings.size()), standIn ? 1 : 0);
    int deaths = Math.max(dead, killings.size()) - dead;
    for (int i = known; i < all; i++) {
      Slot slot = add(null);
      slot.dead = deaths > 0;
      deaths -= slot.dead ? 1 : 0;
    }
    List<Slot> living = new ArrayList<>(slots);
    living.removeIf(slot -> slot.dead || !slot.serious());
    living.sort(Comparator.comparing(slot -> slot.id == null || !wasDead(slot.id)));
    for (int i = 0; i < deaths && i < living.size(); i++) {
      living.get(i).dead = true;
    }
  }

  private boolean wasDead(UUID id) {
    PersonHarmed person = held.get(id);
    return person != null && person.fatal();
  }

  /** People without an id take those of people held whom no row claims, then new ones. */
  private void giveIds() {
    claim(slot -> slot.dead && slot.serious(), PersonHarmed::fatal);
    claim(slot -> !slot.dead && slot.serious(), person -> !person.fatal());
    claim(Slot::serious, person -> true);
    slots.stream().filter(slot -> slot.id == null).forEach(slot -> slot.id = newIds.get());
  }

  private void claim(Predicate<Slot> who, Predicate<PersonHarmed> whom) {
    for (Slot slot : slots) {
      if (slot.id == null && who.test(slot)) {
        unclaimed.values().stream()
            .filter(whom)
            .min(Comparator.comparingInt(PersonHarmed::seq))
            .ifPresent(
                person -> {
                  slot.id = person.id();
                  unclaimed.remove(person.id());
                });
      }
    }
  }

  /** Ties rows to people: victims' rows to theirs, each killing to one of the dead. */
  private void bind(List<Told> killings) {
    List<Slot> free = new ArrayList<>(slots);
    free.removeIf(slot -> !slot.dead);
    Map<String, Told> bound = new LinkedHashMap<>();
    for (Told row : killings) {
      free.stream()
          .filter(slot -> slot.id != null && slot.id.equals(row.person()))
          .findFirst()
          .ifPresent(slot -> bind(row, slot, free, bound));
    }
    for (Told row : killings) {
      if (!bound.containsKey(row.key()) && !free.isEmpty()) {
        bind(row, free.getFirst(), free, bound);
      }
    }
    for (Slot slot : slots) {
      for (Told row : slot.rows) {
        bound.putIfAbsent(row.key(), row.about(id(slot)));
      }
    }
    told.replaceAll(row -> bound.getOrDefault(row.key(), row));
  }

  private static void bind(Told row, Slot slot, List<Slot> free, Map<String, Told> bound) {
    bound.put(row.key(), row.about(id(slot)));
    slot.rows.add(row);
    free.remove(slot);
  }

  private static UUID id(Slot slot) {
    if (slot.id == null) {
      throw new IllegalStateException("A person without an id");
    }
    return slot.id;
  }

  /** The rows, with the people they are about. */
  List<Told> told() {
    return told;
  }

  /** The people as they are now known, those known before first. */
  List<PersonHarmed> now() {
    List<PersonHarmed> now = new ArrayList<>();
    int last = held.values().stream().mapToInt(PersonHarmed::seq).max().orElse(0);
    for (Slot slot : slots) {
      PersonHarmed before = held.get(id(slot));
      now.add(person(slot, before == null ? ++last : before.seq()));
    }
    now.sort(Comparator.comparingInt(PersonHarmed::seq));
    return now;
  }

  private PersonHarmed person(Slot slot, int seq) {
    List<Told> rows = new ArrayList<>(slot.rows);
    if (rows.isEmpty()) {
      rows.addAll(matching(slot.dead ? Told::killing : Told::standIn));
    }
    // The victims' own row speaks first, of those that say how it ended.
    rows.sort(
        Comparator.comparing((Told row) -> row.report().fatal() != slot.dead)
            .thenComparing(row -> !row.victim()));
    Report speaks = rows.getFirst().report();
    AgeBand age =
        rows.stream()
            .map(row -> row.report().ageBand())
            .filter(band -> band != AgeBand.UNKNOWN)
            .findFirst()
            .orElse(AgeBand.UNKNOWN);
    Integer area =
        rows.stream()
            .map(row -> row.report().area())
            .filter(a -> a != null)
            .findFirst()
            .orElse(null);
    return new PersonHarmed(
        id(slot),
        seq,
        slot.dead
            ? HarmKind.HOMICIDE
            : slot.serious() ? HarmKind.NONFATAL_SHOOTING : HarmKind.OTHER,
        age,
        speaks.occurredAt(),
        speaks.occurredOn(),
        area);
  }
}
