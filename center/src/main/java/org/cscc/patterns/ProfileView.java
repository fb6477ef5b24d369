package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an area or a team shows.
 *
 * @param profile the numbers
 * @param week the review week that ends on the profile's day
 * @param next the week after, once it has begun; else null
 * @param open whether the week is not past its cut, so that its numbers will still move
 * @param stale whether the newest record is from before the week's end
 * @param incidents incidents of the last 28 days, newest first
 * @param places places near those incidents, the nearest first
 * @param weeks the weekly series as a picture
 * @param bands28 hours of the last 28 days in bands
 * @param bands365 hours of the last 365 days in bands
 */
record ProfileView(
    Profile profile,
    ReviewWeek week,
    @Nullable ReviewWeek next,
    boolean open,
    boolean stale,
    List<Happening> incidents,
    List<AffectedPlace> places,
    String weeks,
    HourBands bands28,
    HourBands bands365) {
  private static final int PLACES = 15;
  private static final int INCIDENTS = 50;
  private static final int WINDOWS = 25;

  /** Whether nothing at all has been recorded yet. */
  public boolean empty() {
    return profile.basis().people() == 0;
  }

  /** The first of the places; the file has all. */
  public List<AffectedPlace> placesShown() {
    return places.subList(0, Math.min(PLACES, places.size()));
  }

  /** The newest of the incidents; the file has all. */
  public List<Happening> incidentsShown() {
    return incidents.subList(0, Math.min(INCIDENTS, incidents.size()));
  }

  /** The open windows that close first; the file has all. */
  public List<OpenWindow> windowsShown() {
    List<OpenWindow> windows = profile.windows();
    return windows.subList(0, Math.min(WINDOWS, windows.size()));
  }

  /** Address of the page. */
  public String address() {
    String room = profile.extent().kind() == Extent.Kind.AREA ? "areas" : "teams";
    return "/patterns/" + room + "/" + profile.extent().key();
  }

  /** The weekly series, newest first. */
  public List<WeekPoint> newestWeeks() {
    return profile.weeks().reversed();
  }

  /** Whether the feed still revises the day of an incident. */
  public boolean provisional(Happening incident) {
    LocalDate from = profile.basis().provisionalFrom();
    return from != null && !incident.on().isBefore(from);
  }

  /** Whether chance explains every difference between the listed blocks. */
  public boolean blocksAlike() {
    return profile.blocks().size() > 1
        && profile.blocks().stream().allMatch(block -> block.pull().factor() == 0);
  }
}
