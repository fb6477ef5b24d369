package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A frozen plan of a weekend.
 *
 * @param revision 1 for the first
 * @param publishedBy sign-in name, or {@code system} when nobody had done it by Friday noon
 */
record Plan(LocalDate friday, int revision, Content content, String publishedBy) {
  /** Whether the center made it by itself. */
  public boolean byCenter() {
    return publishedBy.equals("system");
  }

  /**
   * What it says; each reader is shown the part within reach.
   *
   * @param asOf when it was put together
   * @param gatherings of the whole city, those that were taken off, too
   * @param coming what teams wrote down as coming in their reviews
   * @param windows near-repeat windows that are still open on the Friday
   * @param turns who is on call at some moment of it, without names
   * @param gaps when nobody is
   */
  record Content(
      LocalDate friday,
      Instant asOf,
      List<Gathering> gatherings,
      List<Expected> coming,
      List<Window> windows,
      List<Turn> turns,
      List<Gap> gaps) {
    /** When it was put together, on Chicago's wall clock. */
    public ZonedDateTime asOfInChicago() {
      return asOf.atZone(ReviewWeek.CHICAGO);
    }

    /** Whether it says the same as another one, whenever that was put together. */
    boolean says(Content other) {
      return equals(
          new Content(
              other.friday(),
              asOf,
              other.gatherings(),
              other.coming(),
              other.windows(),
              other.turns(),
              other.gaps()));
    }

    @Nullable Gathering gathering(UUID id) {
      return gatherings.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }
  }

  /**
   * What a team expects.
   *
   * @param kind a word of the reviews' look-ahead
   */
  record Expected(String team, LocalDate on, String kind, String note) {}

  /**
   * A near-repeat window.
   *
   * @param repeats later incidents in it
   */
  record Window(
      LocalDate openedOn,
      LocalDate lastDay,
      @Nullable String block,
      @Nullable Integer area,
      int repeats) {}

  /**
   * A turn on call; the number is enough, and who answers it stands in the directory.
   *
   * @param duty DUTY_OFFICER, OUTREACH or VICTIM_SERVICES
   * @param area null for the whole city
   */
  record Turn(
      String duty,
      @Nullable Integer area,
      boolean backUp,
      String organization,
      String phone,
      Instant from,
      Instant until) {
    /** When it begins, on Chicago's wall clock. */
    public ZonedDateTime begins() {
      return from.atZone(ReviewWeek.CHICAGO);
    }

    /** When it is over, on Chicago's wall clock. */
    public ZonedDateTime ends() {
      return until.atZone(ReviewWeek.CHICAGO);
    }
  }

  /** A span in which nobody is the first to call. */
  record Gap(String duty, @Nullable Integer area, Instant from, Instant until) {
    /** When it begins, on Chicago's wall clock. */
    public ZonedDateTime begins() {
      return from.atZone(ReviewWeek.CHICAGO);
    }

    /** When it is over, on Chicago's wall clock. */
    public ZonedDateTime ends() {
      return until.atZone(ReviewWeek.CHICAGO);
    }
  }
}
