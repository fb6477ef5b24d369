package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Component;

/** Makes what the pages of areas and teams show, from one reading of the records. */
@Component
class ProfileViews {
  private static final int DAYS_LISTED = 28;

  private final Histories histories;
  private final ReviewWeeks weeks;
  private final WeeklyPicture picture;
  private final AffectedPlaces places;

  ProfileViews(
      Histories histories, ReviewWeeks weeks, WeeklyPicture picture, AffectedPlaces places) {
    this.histories = histories;
    this.weeks = weeks;
    this.picture = picture;
    this.places = places;
  }

  ProfileView of(Extent extent, ReviewWeek week, Locale language) {
    Histories.Kept now = histories.now();
    LocalDate day = week.lastDay();
    Profile profile = now.on(day, weeks.weekStart()).of(extent);
    LocalDate newest = now.basis().newestDay();
    List<Happening> incidents = listed(now.history(), extent, day);
    return new ProfileView(
        profile,
        week,
        week.next().firstDay().isAfter(weeks.today()) ? null : week.next(),
        week.firstDay().isAfter(weeks.lastCut().firstDay()),
        newest != null && newest.isBefore(day),
        incidents,
        places.near(incidents),
        picture.of(profile, language).figure(),
        HourBands.of(profile.hours28()),
        HourBands.of(profile.hours365()));
  }

  private static List<Happening> listed(History history, Extent extent, LocalDate day) {
    int last = Math.toIntExact(day.toEpochDay());
    return history.between(last - DAYS_LISTED + 1, last).reversed().stream()
        .filter(extent.holds())
        .toList();
  }
}
