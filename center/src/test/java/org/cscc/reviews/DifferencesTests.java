package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.cscc.reviews.Differences.Snapshot;
import org.cscc.reviews.PacketChange.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way in which a packet can move, and what the difference says of it. */
class DifferencesTests {
  private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final Fates GONE =
      card -> new PacketChange(Kind.REMOVED, card.incident(), card.day(), card.block(), null, null);

  @Test
  void equalStatesDifferInNothing() {
    assertThat(between(state(card(ONE).made()), state(card(ONE).made()))).isEmpty();
  }

  @Test
  void aDeathIsToldAsADeathAndTheCountsMove() {
    assertThat(between(state(card(ONE).made()), state(card(ONE).killed(1).made())))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.PERSON_DIED, "0", "1"), tuple(Kind.COUNT_KILLED, "0", "1"));
  }

  @Test
  void fewerKilledIsACorrectionAndNotADeath() {
    assertThat(between(state(card(ONE).killed(1).made()), state(card(ONE).made())))
        .extracting(PacketChange::kind)
        .containsExactly(Kind.KILLED, Kind.COUNT_KILLED);
  }

  @Test
  void whatCameAndWhatWentIsTold() {
    assertThat(between(state(card(ONE).made()), state(card(TWO).made())))
        .extracting(PacketChange::kind, PacketChange::incident)
        .containsExactlyInAnyOrder(tuple(Kind.ADDED, TWO), tuple(Kind.REMOVED, ONE));
  }

  @Test
  void timePlaceAreaTypeAndPeopleAreToldOneByOne() {
    IncidentCard was = card(ONE).made();
    assertThat(between(state(was), state(card(ONE).at(LocalTime.of(3, 0)).made())))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.TIME, "2026-11-18T21:00:00", "2026-11-18T03:00:00"));
    assertThat(between(state(was), state(card(ONE).on("046XX S SYNTHETIC AVE").made())))
        .extracting(PacketChange::kind)
        .containsExactly(Kind.PLACE);
    assertThat(between(state(was), state(card(ONE).in(67).made())))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.AREA, "68", "67"));
    assertThat(between(state(was), state(card(ONE).harmed(3).made())))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.HARMED, "2", "3"), tuple(Kind.COUNT_HARMED, "2", "3"));
    assertThat(between(state(was), state(card(ONE).type("AGG_BATTERY").made())))
        .extracting(PacketChange::kind)
        .containsExactly(Kind.TYPE);
  }

  @Test
  void aNearRepeatFlagThatCameAndOneThatWasTakenBackAreToldForTheOwnWeekOnly() {
    IncidentCard bare = card(ONE).made();
    IncidentCard flagged = card(ONE).after(LocalDate.of(2026, 11, 10)).made();
    assertThat(between(state(bare), state(flagged)))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.REPEAT, null, "2026-11-10"));
    assertThat(between(state(flagged), state(bare)))
        .extracting(PacketChange::kind, PacketChange::before, PacketChange::after)
        .containsExactly(tuple(Kind.REPEAT_WITHDRAWN, "2026-11-10", null));
    assertThat(Differences.between(state(flagged), state(bare), GONE, false)).isEmpty();
  }

  private static List<PacketChange> between(Snapshot before, Snapshot after) {
    return Differences.between(before, after, GONE);
  }

  private static Snapshot state(IncidentCard... cards) {
    List<IncidentCard> all = List.of(cards);
    return new Snapshot(
        all,
        all.stream().mapToInt(IncidentCard::harmed).sum(),
        all.stream().mapToInt(IncidentCard::killed).sum());
  }

  private static Draft card(UUID id) {
    return new Draft(
        id, "NONFATAL_SHOOTING", LocalTime.of(21, 0), "045XX S SYNTHETIC AVE", 68, 2, 0, null);
  }

  private record Draft(
      UUID id,
      String type,
      LocalTime time,
      @Nullable String block,
      int area,
      int harmed,
      int killed,
      IncidentCard.@Nullable After after) {
    Draft type(String other) {
      return new Draft(id, other, time, block, area, harmed, killed, after);
    }

    Draft at(LocalTime other) {
      return new Draft(id, type, other, block, area, harmed, killed, after);
    }

    Draft on(String other) {
      return new Draft(id, type, time, other, area, harmed, killed, after);
    }

    Draft in(int other) {
      return new Draft(id, type, time, block, other, harmed, killed, after);
    }

    Draft harmed(int other) {
      return new Draft(id, type, time, block, area, other, killed, after);
    }

    Draft killed(int other) {
      return new Draft(id, type, time, block, area, harmed, other, after);
    }

    Draft after(LocalDate day) {
      return new Draft(
          id, type, time, block, area, harmed, killed, new IncidentCard.After(day, 90));
    }

    IncidentCard made() {
      return new IncidentCard(
          id,
          type,
          LocalDate.of(2026, 11, 18),
          time,
          block,
          -87.64,
          41.78,
          area,
          "STREET",
          harmed,
          killed,
          List.of(),
          false,
          null,
          null,
          null,
          null,
          List.of(),
          after,
          null);
    }
  }
}
