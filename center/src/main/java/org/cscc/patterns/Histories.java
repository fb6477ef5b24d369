package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.Asking;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.HarmTable;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the recorded harm of the city in memory under the change that it was read after, so that
 * every node answers from the same rows: one short query says which change is the newest, and only
 * another one makes the rows be read again. Reads the whole city; {@link Patterns} keeps each
 * person to the areas that are theirs.
 */
@Component
class Histories {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final int DAYS_KEPT = 60;
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private final Incidents incidents;
  private final Access access;
  private final NearRepeatRule rule;
  private final BlockScoreRule scoring;
  private volatile @Nullable Kept kept;

  Histories(Incidents incidents, Access access, NearRepeatRule rule, BlockScoreRule scoring) {
    this.scoring = scoring;
    this.rule = rule;
    this.incidents = incidents;
    this.access = access;
  }

  /** The history under the change that it was read after. */
  record Kept(
      @Nullable UUID lastChange,
      History history,
      Basis basis,
      NearRepeatRule rule,
      BlockScoreRule scoring,
      Map<LocalDate, Profiling> days) {
    boolean isAfter(@Nullable UUID newest) {
      return Objects.equals(lastChange, newest);
    }

    /** What the whole city shares on a day; it follows from the history alone. */
    Profiling on(LocalDate day, DayOfWeek weekStart) {
      Profiling known = days.get(day);
      if (known != null) {
        return known;
      }
      if (days.size() > DAYS_KEPT) {
        days.clear();
      }
      Profiling profiling = new Profiling(history, basis, day, weekStart, rule, scoring);
      days.put(day, profiling);
      return profiling;
    }
  }

  /** What is recorded now. */
  Kept now() {
    Optional<FeedStatus> status = incidents.latest();
    @Nullable UUID newest = status.map(FeedStatus::lastChange).orElse(null);
    Kept known = kept;
    return known != null && known.isAfter(newest) ? known : read(newest, status);
  }

  private synchronized Kept read(@Nullable UUID newest, Optional<FeedStatus> status) {
    Kept known = kept;
    if (known != null && known.isAfter(newest)) {
      return known;
    }
    History history =
        Asking.asTheCenter(
            () -> {
              Decision decision = access.forSystem(Capability.READ_INCIDENTS);
              return history(
                  incidents.harms(decision, FIRST, LAST),
                  incidents.shotsFired(decision, FIRST, LAST, null));
            });
    Basis basis =
        new Basis(
            status.map(FeedStatus::asOf).orElse(null),
            status.map(FeedStatus::lastDay).orElse(null),
            status.map(FeedStatus::provisionalFrom).orElse(null),
            history.recordsFrom(Harm.ALL).orElse(null),
            history.people());
    Kept fresh = new Kept(newest, history, basis, rule, scoring, new ConcurrentHashMap<>());
    kept = fresh;
    return fresh;
  }

  /** People as they are; of an incident, the first person's day, hour and place. */
  static History history(HarmTable table, List<IncidentFacts> shots) {
    List<Person> people = new ArrayList<>(table.size());
    Map<Integer, Happening> happenings = new HashMap<>();
    for (int i = 0; i < table.size(); i++) {
      int area = table.area()[i] == 0 ? Located.UNKNOWN : table.area()[i];
      String block = table.block()[i] < 0 ? "" : table.blocks().get(table.block()[i]);
      Person person = new Person(table.epochDay()[i], area, block, table.fatal()[i]);
      people.add(person);
      Happening first = happening(table, i, person);
      happenings.merge(table.incident()[i], first, Happening::with);
    }
    return History.of(
        people, happenings.values(), shots.stream().map(Histories::withoutPeople).toList());
  }

  private static Happening withoutPeople(IncidentFacts shots) {
    return new Happening(
        shots.id(),
        Math.toIntExact(shots.occurredOn().toEpochDay()),
        shots.precision().hasHour()
            ? shots.occurredAt().atZone(ReviewWeek.CHICAGO).getHour()
            : Located.UNKNOWN,
        Objects.requireNonNullElse(shots.area(), Located.UNKNOWN),
        Objects.requireNonNullElse(shots.block(), ""),
        Objects.requireNonNullElse(shots.lon(), Double.NaN),
        Objects.requireNonNullElse(shots.lat(), Double.NaN),
        0,
        0);
  }

  private static Happening happening(HarmTable table, int i, Person person) {
    int minute = table.minuteOfDay()[i];
    return new Happening(
        table.incidents().get(table.incident()[i]),
        person.day(),
        minute < 0 ? Located.UNKNOWN : minute / 60,
        person.area(),
        person.block(),
        table.lon()[i],
        table.lat()[i],
        person.fatal() ? 1 : 0,
        person.fatal() ? 0 : 1);
  }
}
