package org.cscc.crisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Share;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.patterns.PriorityBlocks.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How fast activations were answered (F2), and how often another incident followed on the same
 * block, on priority blocks and on others side by side. It is activity and not effect, and the page
 * says so.
 */
@Component
class CrisisMeasures {
  /** A percentage, a median and a ninetieth percentile are said from this many on. */
  static final int SMALLEST = 5;

  private static final int MOST = 20_000;

  private final CrisisReads reads;
  private final Incidents incidents;
  private final PriorityBlocks priority;
  private final Access access;
  private final Clocks clocks;
  private final Clock clock;

  CrisisMeasures(
      CrisisReads reads,
      Incidents incidents,
      PriorityBlocks priority,
      Access access,
      Clocks clocks,
      Clock clock) {
    this.reads = reads;
    this.incidents = incidents;
    this.priority = priority;
    this.access = access;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** From where to where. */
  enum Step {
    NOTIFY,
    ACKNOWLEDGE,
    DEPLOY,
    CONTACT
  }

  /**
   * How long a step took.
   *
   * @param n how often it was taken
   * @param median minutes; null when too few
   * @param ninth minutes within which nine of ten were; null when too few
   * @param within those in time, of those taken or late
   * @param pending not taken: yet, or before it was stood down although the limit was over
   * @param late those of the pending that are late
   */
  record Edge(
      Step step,
      int n,
      @Nullable Long median,
      @Nullable Long ninth,
      Share within,
      int pending,
      int late) {}

  /**
   * Where it happened: on a block of the list that was in force on that day, elsewhere, or where
   * nobody can say.
   */
  enum Where {
    PRIORITY,
    OTHER,
    NO_BLOCK
  }

  /**
   * The measures of the activations of one kind of block.
   *
   * @param reached activations in which survivors or a family were reached, of those not taken back
   * @param offered incidents with an offer of help for survivors in time; null for who does not
   *     read incidents and every answer
   * @param repeats empty for who does not read incidents, and for what has no block
   */
  record Group(
      Where where,
      int activations,
      List<Edge> edges,
      Share reached,
      @Nullable Share offered,
      List<Repeats.Repeat> repeats) {
    /** A step. */
    public Edge edge(Step step) {
      return edges.stream().filter(one -> one.step() == step).findFirst().orElseThrow();
    }
  }

  /**
   * The measures of a span, priority blocks and others side by side.
   *
   * @param to last day, included
   * @param own organization whose answers alone are counted; null when it is everybody's
   */
  record Sheet(
      LocalDate from, LocalDate to, Instant asOf, @Nullable String own, List<Group> groups) {
    /** How many there were. */
    public int activations() {
      return groups.stream().mapToInt(Group::activations).sum();
    }

    /** Those on the priority blocks of their day. */
    public Group priority() {
      return group(Where.PRIORITY);
    }

    /** Those on other blocks. */
    public Group other() {
      return group(Where.OTHER);
    }

    /** Those without a block, which are in neither. */
    public Group none() {
      return group(Where.NO_BLOCK);
    }

    private Group group(Where where) {
      return groups.stream().filter(one -> one.where() == where).findFirst().orElseThrow();
    }
  }

  Sheet sheet(Decision decision, LocalDate from, LocalDate to) {
    Instant now = clock.instant();
    List<Activation> all =
        reads.openedBetween(
            decision,
            WallClock.at(from, LocalTime.MIDNIGHT),
            WallClock.at(to.plusDays(1), LocalTime.MIDNIGHT),
            MOST);
    // What happened late in the evening is opened on the next day, and some of it later.
    LocalDate first =
        Stream.concat(Stream.of(from), all.stream().map(CrisisMeasures::day))
            .min(LocalDate::compareTo)
            .orElse(from);
    Lists lists = priority.between(first, to);
    LocalDate last = incidents.latest().map(FeedStatus::lastDay).orElse(null);
    List<IncidentFacts> happened =
        access
            .decide(Capability.READ_INCIDENTS)
            .map(reading -> incidents.serious(reading, first, later(to, last), null))
            .orElse(null);
    Repeats repeats = repeats(happened, last);
    String own =
        !decision.everywhere() && decision.reachesOrganization(decision.organization())
            ? decision.organization()
            : null;
    List<IncidentFacts> span =
        happened == null || own != null
            ? null
            : happened.stream()
                .filter(one -> !one.occurredOn().isBefore(from) && !one.occurredOn().isAfter(to))
                .toList();
    Offers offers =
        new Offers(
            span == null
                ? List.of()
                : reads.byIncidents(decision, span.stream().map(IncidentFacts::id).toList()),
            clocks.contact(),
            now);
    List<Group> groups = new ArrayList<>();
    for (Where where : Where.values()) {
      List<Activation> there = all.stream().filter(one -> where(one, lists) == where).toList();
      Share offered =
          span == null
              ? null
              : offers.of(span.stream().filter(one -> where(one, lists) == where).toList());
      groups.add(group(where, there, own, offered, repeats, now));
    }
    return new Sheet(from, to, now, own, List.copyOf(groups));
  }

  private static LocalDate day(Activation one) {
    return WallClock.dayOf(one.occurredAt());
  }

  private static Where where(Activation one, Lists lists) {
    if (one.block() == null) {
      return Where.NO_BLOCK;
    }
    return lists.listed(one.block(), one.area(), day(one)) ? Where.PRIORITY : Where.OTHER;
  }

  private static Where where(IncidentFacts one, Lists lists) {
    if (one.block() == null) {
      return Where.NO_BLOCK;
    }
    return lists.listed(one.block(), one.area(), one.occurredOn()) ? Where.PRIORITY : Where.OTHER;
  }

  private static LocalDate later(LocalDate to, @Nullable LocalDate last) {
    return last == null || last.isBefore(to) ? to : last;
  }

  private Group group(
      Where where,
      List<Activation> all,
      @Nullable String own,
      @Nullable Share offered,
      Repeats repeats,
      Instant now) {
    List<Edge> edges = new ArrayList<>();
    for (Step step : Step.values()) {
      edges.add(edge(step, times(step, all, own, now), now));
    }
    List<Activation> stood = all.stream().filter(one -> one.retractedAt() == null).toList();
    int reached = (int) stood.stream().filter(one -> one.contactAt() != null).count();
    return new Group(
        where,
        all.size(),
        List.copyOf(edges),
        Share.of(reached, stood.size(), SMALLEST),
        offered,
        where == Where.NO_BLOCK ? List.of() : repeats.after(places(stood)));
  }

  private static List<Repeats.Place> places(List<Activation> all) {
    return all.stream()
        .map(one -> new Repeats.Place(one.area(), String.valueOf(one.block()), day(one)))
        .toList();
  }

  /** What happened on blocks, for who reads incidents. */
  private static Repeats repeats(@Nullable List<IncidentFacts> happened, @Nullable LocalDate last) {
    if (happened == null || last == null) {
      return Repeats.UNKNOWN;
    }
    List<Repeats.Place> places = new ArrayList<>();
    for (IncidentFacts incident : happened) {
      if (incident.block() != null && incident.area() != null) {
        places.add(new Repeats.Place(incident.area(), incident.block(), incident.occurredOn()));
      }
    }
    return new Repeats(places, last);
  }

  /**
   * A step of one organization or activation.
   *
   * @param taken null when it was not taken
   * @param ended when nobody could be asked for it any more; null while somebody can
   */
  private record Time(
      Instant from, @Nullable Instant taken, Duration limit, @Nullable Instant ended) {
    boolean late(Instant now) {
      Instant until = ended == null ? now : ended;
      return (taken == null ? until : taken).isAfter(from.plus(limit));
    }

    /** What ended before its limit was over without being taken was not missed. */
    boolean counts(Instant now) {
      return taken != null || ended == null || late(now);
    }

    long minutes() {
      return taken == null ? 0 : Math.max(0, Duration.between(from, taken).toMinutes());
    }
  }

  private List<Time> times(Step step, List<Activation> all, @Nullable String own, Instant now) {
    List<Time> times = new ArrayList<>();
    for (Activation one : all) {
      if (step == Step.NOTIFY) {
        times.add(new Time(one.knownAt(), one.notifiedAt(), clocks.call(), whileOpen(one)));
        continue;
      }
      for (Party party : one.parties()) {
        if (own == null || own.equals(party.organization())) {
          party(step, one, party, times);
        }
      }
    }
    return times.stream().filter(time -> time.counts(now)).toList();
  }

  private void party(Step step, Activation one, Party party, List<Time> times) {
    if (step == Step.ACKNOWLEDGE) {
      if (party.unable() == null || party.acknowledgedAt() != null) {
        times.add(
            new Time(
                party.notifiedAt(), party.acknowledgedAt(), clocks.acknowledge(), whileOpen(one)));
      }
    } else if (step == Step.DEPLOY) {
      Instant answered = party.acknowledgedAt();
      if (answered != null && party.deployBy() != null && party.unable() == null) {
        times.add(new Time(answered, party.deployedAt(), clocks.deploy(), whileOpen(one)));
      }
    } else if (party.contactBy() != null && party.unable() == null) {
      // Survivors are reached after the standing down, too; not when it turned out untrue.
      times.add(new Time(one.knownAt(), party.contactAt(), clocks.contact(), one.retractedAt()));
    }
  }

  /** Until when somebody could be called, answer and come; null while that is so. */
  private static @Nullable Instant whileOpen(Activation one) {
    return one.state().open() ? null : one.stoodDownAt();
  }

  private static Edge edge(Step step, List<Time> times, Instant now) {
    List<Long> minutes =
        times.stream().filter(time -> time.taken() != null).map(Time::minutes).sorted().toList();
    Predicate<Time> pending = time -> time.taken() == null;
    int waiting = (int) times.stream().filter(pending).count();
    int late = (int) times.stream().filter(pending).filter(time -> time.late(now)).count();
    int inTime =
        (int) times.stream().filter(pending.negate()).filter(time -> !time.late(now)).count();
    return new Edge(
        step,
        minutes.size(),
        rank(minutes, 0.5),
        rank(minutes, 0.9),
        Share.of(inTime, minutes.size() + late, SMALLEST),
        waiting,
        late);
  }

  /** The smallest value that so many are at or below (nearest rank). */
  private static @Nullable Long rank(List<Long> sorted, double share) {
    return sorted.size() < SMALLEST ? null : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
