package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A small invented town, written incident by incident. */
final class Town {
  static final double LON = -87.7;
  static final double LAT = 41.85;

  private final List<Person> people = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Happening> shots = new ArrayList<>();

  /** An incident at 22:00 on a block near the middle of the town. */
  Town incident(LocalDate day, int area, String block, int killed, int injured) {
    return incident(day, 22, area, block, LON, LAT, killed, injured);
  }

  Town incident(
      LocalDate day,
      int hour,
      int area,
      String block,
      double lon,
      double lat,
      int killed,
      int injured) {
    int epochDay = (int) day.toEpochDay();
    for (int i = 0; i < killed + injured; i++) {
      people.add(new Person(epochDay, area, block, i < killed));
    }
    happenings.add(
        new Happening(
            id(happenings.size()), epochDay, hour, area, block, lon, lat, killed, injured));
    return this;
  }

  /** Shots at 22:00 of which nobody is known to be hit. */
  Town shots(LocalDate day, int area, String block) {
    shots.add(
        new Happening(
            new UUID(1, shots.size()), (int) day.toEpochDay(), 22, area, block, LON, LAT, 0, 0));
    return this;
  }

  /** So many one-person shootings on the same day of a block. */
  Town shootings(LocalDate day, int area, int count) {
    for (int i = 0; i < count; i++) {
      incident(day, area, "", 0, 1);
    }
    return this;
  }

  /** The id of the incident that was written as number n, from 0. */
  static UUID id(int n) {
    return new UUID(0, n);
  }

  History history() {
    return History.of(people, happenings, shots);
  }

  Profile profile(LocalDate day, Extent extent) {
    return profile(day, extent, BlockScoreRule.USUAL);
  }

  Profile profile(LocalDate day, Extent extent, BlockScoreRule scoring) {
    Basis basis = new Basis(null, null, null, null, people.size());
    return new Profiling(history(), basis, day, DayOfWeek.SUNDAY, NearRepeatRule.USUAL, scoring)
        .of(extent);
  }

  static Extent area(int number) {
    return new Extent(
        Extent.Kind.AREA, Integer.toString(number), "Area " + number, List.of(number));
  }
}
