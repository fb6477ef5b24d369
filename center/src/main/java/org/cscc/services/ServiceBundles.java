package org.cscc.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to services for a room that asks for many at once, after a walk, in a transaction of its
 * own.
 */
@Component
public class ServiceBundles {
  private static final int LONGEST_REASON = 400;

  private final TaskDesk desk;
  private final TaskTold told;
  private final TaskReads reads;
  private final ServiceTypes types;
  private final PriorityBlocks priority;
  private final Access access;
  private final Clock clock;

  ServiceBundles(
      TaskDesk desk,
      TaskTold told,
      TaskReads reads,
      ServiceTypes types,
      PriorityBlocks priority,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.told = told;
    this.reads = reads;
    this.types = types;
    this.priority = priority;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Something that can be asked for.
   *
   * @param department code of the department that does it
   * @param usualDays business days within which it is done
   * @param priorityDays the same on a priority block (R-COO-02)
   * @param physical whether a place looks different afterwards
   */
  public record Kind(
      String code, String department, int usualDays, int priorityDays, boolean physical) {
    /** Key of its name. */
    public String key() {
      return "services.type." + code;
    }
  }

  /**
   * What is asked for.
   *
   * @param note what was seen there, without names
   */
  public record Asked(String type, int area, String block, String note) {}

  /**
   * What somebody looked at and is not fixed.
   *
   * @param code of the service that was asked for; null when none was
   * @param asked what is asked for when it has to be asked for
   */
  public record Unfixed(@Nullable String code, Asked asked) {}

  /**
   * How a service stands that was asked for.
   *
   * @param department who answers for it
   */
  public record Standing(
      String code, TaskState state, @Nullable String department, LocalDate dueOn) {}

  /** Which blocks are served first today; read before a transaction begins. */
  public static final class Ground {
    private final PriorityBlocks.Lists lists;
    private final LocalDate today;

    private Ground(PriorityBlocks.Lists lists, LocalDate today) {
      this.lists = lists;
      this.today = today;
    }

    private boolean first(String block, int area) {
      return lists.listed(block, area, today);
    }
  }

  /** What can be asked for, by department. */
  public List<Kind> kinds() {
    return types.all().stream()
        .map(
            type ->
                new Kind(
                    type.code(),
                    type.department(),
                    type.targetDays(),
                    type.priorityDays(),
                    type.physical()))
        .toList();
  }

  /** The list of priority blocks of today: not within a transaction of a request. */
  public Ground ground() {
    LocalDate today = WallClock.dayOf(clock.instant());
    return new Ground(priority.between(today, today), today);
  }

  /**
   * Asks for services in the caller's transaction. What is asked for already on a block is not
   * asked for twice (R-COO-03). A department of which several are asked is told once, with how
   * many.
   *
   * @param walk code of what they were found for
   * @return codes of the services that are owed, in the same order
   */
  public List<String> ask(Ground ground, String walk, List<Asked> all) {
    Decision asking = access.require(Capability.REQUEST_SERVICES);
    List<ServiceTask> made = new ArrayList<>();
    List<String> owed = new ArrayList<>();
    for (Asked one : all) {
      owed.add(ask(asking, ground, one, made));
    }
    told.together("asked", walk, made);
    return owed;
  }

  /**
   * Asks for what somebody saw that the City's 311 did not fix, in the caller's transaction and not
   * twice (R-COO-03): what is owed on the block stays as it is, and what its department says is
   * done is reopened.
   *
   * @param cityNumber its number with the City's 311
   * @return code of the service that is owed
   */
  public String askAfterCity(Ground ground, Asked asked, String cityNumber) {
    Decision asking = access.require(Capability.REQUEST_SERVICES);
    Decision reading = access.require(Capability.READ_SERVICES);
    return desk.askUnlessSaidDone(
            asking,
            reading,
            new Wish(
                asked.type(),
                asked.area(),
                asked.block(),
                ServiceTask.Source.CITY_311,
                asked.note(),
                cityNumber,
                null),
            seen(asked.note(), cityNumber),
            ground::first,
            made -> told.routed(made, made.department() == null ? "" : made.department()),
            again -> told.together("owed-again", again.code(), List.of(again)))
        .code();
  }

  /** The number that it is about, and what was seen when it has room beside it. */
  private static String seen(String note, String cityNumber) {
    String whole = "311 " + cityNumber + (note.isEmpty() ? "" : ": " + note);
    return whole.length() <= LONGEST_REASON ? whole : note;
  }

  /**
   * Somebody looked and it is not fixed, in the caller's transaction: what was said to be done is
   * reopened, what is closed or was never asked for is asked for, and what is owed or was turned
   * down stays as it is. A department that owes several anew is told once, with how many.
   *
   * @param walk code of what they were found for
   * @return codes of the services that are owed now, in the same order
   */
  public List<String> again(Ground ground, String walk, List<Unfixed> all) {
    Decision reading = access.require(Capability.READ_SERVICES);
    Decision asking = access.require(Capability.REQUEST_SERVICES);
    List<ServiceTask> anew = new ArrayList<>();
    List<String> owed = new ArrayList<>();
    for (Unfixed one : all) {
      String code = one.code();
      owed.add(
          code != null && desk.reopenAlong(reading, code, one.asked().note(), anew::add)
              ? code
              : ask(asking, ground, one.asked(), anew));
    }
    told.together("owed-again", walk, anew);
    return owed;
  }

  private String ask(Decision asking, Ground ground, Asked asked, List<ServiceTask> made) {
    return desk.askAlong(
            asking,
            new Wish(
                asked.type(),
                asked.area(),
                asked.block(),
                ServiceTask.Source.WALK,
                asked.note(),
                null,
                null),
            ground::first,
            made::add)
        .code();
  }

  /** How services stand that are within reach, by code, in one statement. */
  public Map<String, Standing> standing(Collection<String> codes) {
    Decision reading = access.decide(Capability.READ_SERVICES).orElse(null);
    if (reading == null || codes.isEmpty()) {
      return Map.of();
    }
    return reads.byCodes(reading, codes).stream()
        .map(task -> new Standing(task.code(), task.state(), task.department(), task.dueOn()))
        .collect(Collectors.toMap(Standing::code, Function.identity()));
  }
}
