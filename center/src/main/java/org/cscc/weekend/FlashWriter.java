package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.incidents.OccurredPrecision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the flash of a weekend together, as the center. */
@Component
class FlashWriter {
  /** Stands for the incidents without a known area. */
  private static final int NOWHERE = -1;

  private final Incidents incidents;
  private final GatheringStore gatherings;
  private final PlanStore plans;
  private final PlanWriter writer;
  private final ObjectProvider<OpenActivations> activations;
  private final Access access;

  FlashWriter(
      Incidents incidents,
      GatheringStore gatherings,
      PlanStore plans,
      PlanWriter writer,
      ObjectProvider<OpenActivations> activations,
      Access access) {
    this.incidents = incidents;
    this.gatherings = gatherings;
    this.plans = plans;
    this.writer = writer;
    this.activations = activations;
    this.access = access;
  }

  Flash write(Weekend weekend, Instant now) {
    Optional<FeedStatus> fresh = incidents.latest();
    OpenActivations told = activations.getIfAvailable();
    return new Flash(
        weekend.friday(),
        now,
        fresh.map(FeedStatus::asOf).orElse(null),
        fresh.map(FeedStatus::dataThrough).orElse(null),
        counts(weekend),
        fates(weekend),
        writer.gaps(weekend),
        told == null ? null : told.open());
  }

  private List<Flash.AreaCount> counts(Weekend weekend) {
    Map<Integer, List<IncidentFacts>> byArea = new TreeMap<>();
    for (IncidentFacts one :
        incidents.serious(
            access.forSystem(Capability.READ_INCIDENTS),
            weekend.friday(),
            weekend.monday(),
            null)) {
      if (in(weekend, one)) {
        byArea
            .computeIfAbsent(
                Objects.requireNonNullElse(one.area(), NOWHERE), a -> new ArrayList<>())
            .add(one);
      }
    }
    List<Flash.AreaCount> counts = new ArrayList<>();
    byArea.forEach(
        (area, rows) ->
            counts.add(
                new Flash.AreaCount(
                    area == NOWHERE ? null : area,
                    rows.size(),
                    rows.stream().mapToInt(IncidentFacts::killed).sum(),
                    rows.stream().mapToInt(IncidentFacts::wounded).sum())));
    return counts;
  }

  /** One of which only the day is known counts when the whole day lies in the weekend. */
  private static boolean in(Weekend weekend, IncidentFacts one) {
    if (one.precision() == OccurredPrecision.DAY) {
      LocalDate day = one.occurredOn();
      return day.isAfter(weekend.friday()) && day.isBefore(weekend.monday());
    }
    return weekend.holds(one.occurredAt());
  }

  private List<Flash.Fate> fates(Weekend weekend) {
    Plan first = plans.plan(weekend.friday(), 1).orElse(null);
    if (first == null) {
      return List.of();
    }
    List<Gathering> planned = first.content().gatherings();
    Map<UUID, Gathering> now =
        gatherings.byIds(planned.stream().map(Gathering::id).toList()).stream()
            .collect(Collectors.toMap(Gathering::id, Function.identity()));
    List<Flash.Fate> fates = new ArrayList<>();
    for (Gathering was : planned) {
      Gathering is = now.get(was.id());
      if (is != null && !was.cancelled()) {
        if (is.cancelled()) {
          fates.add(new Flash.Fate("CANCELLED", was, is));
        } else if (moved(was, is)) {
          fates.add(new Flash.Fate("MOVED", was, is));
        }
      }
    }
    gatherings.between(weekend.from(), weekend.until()).stream()
        .filter(one -> !one.cancelled() && first.content().gathering(one.id()) == null)
        .forEach(one -> fates.add(new Flash.Fate("ADDED", null, one)));
    fates.sort(Comparator.comparing(fate -> fate.now().from()));
    return fates;
  }

  private static boolean moved(Gathering was, Gathering is) {
    return !was.from().equals(is.from())
        || !was.until().equals(is.until())
        || !was.place().equals(is.place())
        || !Objects.equals(was.area(), is.area());
  }
}
