package org.cscc.reviews;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cscc.reviews.PacketChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two states of one packet: the readable difference of R-HRIT-02. Late incidents
 * of closed weeks are left out: their own week's packet tells about them.
 */
final class Differences {
  private Differences() {}

  /**
   * Compares.
   *
   * @param before what was published or shown
   * @param after what the records say now, or what is in a later packet
   * @param fates what became of incidents that are in the first and not in the second
   */
  static List<PacketChange> between(Snapshot before, Snapshot after, Fates fates) {
    return between(before, after, fates, true);
  }

  /**
   * Compares.
   *
   * @param flags whether the near-repeat flags of both are known; those of a past week are not
   *     computed again
   */
  static List<PacketChange> between(Snapshot before, Snapshot after, Fates fates, boolean flags) {
    Map<UUID, IncidentCard> left = byIncident(before);
    Map<UUID, IncidentCard> right = byIncident(after);
    List<PacketChange> changes = new ArrayList<>();
    right.forEach(
        (id, card) -> {
          IncidentCard was = left.get(id);
          if (was == null) {
            changes.add(change(Kind.ADDED, card, null, null));
          } else {
            compare(was, card, flags, changes);
          }
        });
    left.forEach(
        (id, card) -> {
          if (!right.containsKey(id)) {
            changes.add(fates.of(card));
          }
        });
    changes.sort(
        Comparator.comparing(PacketChange::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PacketChange::kind));
    count(Kind.COUNT_HARMED, before.harmed(), after.harmed(), changes);
    count(Kind.COUNT_KILLED, before.killed(), after.killed(), changes);
    return List.copyOf(changes);
  }

  private static void compare(
      IncidentCard was, IncidentCard is, boolean flags, List<PacketChange> changes) {
    if (is.killed() > was.killed()) {
      changes.add(change(Kind.PERSON_DIED, is, number(was.killed()), number(is.killed())));
    } else if (is.killed() < was.killed()) {
      changes.add(change(Kind.KILLED, is, number(was.killed()), number(is.killed())));
    }
    if (is.harmed() != was.harmed()) {
      changes.add(change(Kind.HARMED, is, number(was.harmed()), number(is.harmed())));
    }
    add(Kind.TYPE, is, was.type(), is.type(), changes);
    add(Kind.AREA, is, area(was), area(is), changes);
    add(Kind.PLACE, is, was.block(), is.block(), changes);
    add(Kind.TIME, is, time(was), time(is), changes);
    if (flags) {
      flag(was, is, changes);
    }
  }

  /** A flag that was taken back is told as loudly as one that came. */
  private static void flag(IncidentCard was, IncidentCard is, List<PacketChange> changes) {
    IncidentCard.After before = was.after();
    IncidentCard.After now = is.after();
    if (Objects.equals(before, now)) {
      return;
    }
    changes.add(
        change(
            now == null ? Kind.REPEAT_WITHDRAWN : Kind.REPEAT,
            is,
            before == null ? null : before.day().toString(),
            now == null ? null : now.day().toString()));
  }

  private static void add(
      Kind kind,
      IncidentCard card,
      @Nullable String before,
      @Nullable String after,
      List<PacketChange> changes) {
    if (!Objects.equals(before, after)) {
      changes.add(change(kind, card, before, after));
    }
  }

  private static PacketChange change(
      Kind kind, IncidentCard card, @Nullable String before, @Nullable String after) {
    return new PacketChange(kind, card.incident(), card.day(), card.block(), before, after);
  }

  private static void count(Kind kind, int before, int after, List<PacketChange> changes) {
    if (before != after) {
      changes.add(new PacketChange(kind, null, null, null, number(before), number(after)));
    }
  }

  private static String number(int count) {
    return Integer.toString(count);
  }

  private static @Nullable String area(IncidentCard card) {
    return card.area() == null ? null : card.area().toString();
  }

  private static String time(IncidentCard card) {
    return card.time() == null
        ? card.day().toString()
        : card.day().atTime(card.time()).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private static Map<UUID, IncidentCard> byIncident(Snapshot state) {
    Map<UUID, IncidentCard> cards = new LinkedHashMap<>();
    state.cards().forEach(card -> cards.put(card.incident(), card));
    return cards;
  }

  /**
   * What is compared of a packet.
   *
   * @param cards incidents of the week itself
   * @param harmed people harmed in the week, by the numbers of the packet
   * @param killed people killed in the week
   */
  record Snapshot(List<IncidentCard> cards, int harmed, int killed) {}
}
