package org.cscc.patterns;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a profile page as files. */
final class ProfileTables {
  private static final Map<String, Function<ProfileView, TableFile>> TABLES =
      Map.of(
          "numbers", ProfileTables::numbers,
          "weeks", ProfileTables::weeks,
          "windows", ProfileTables::windows,
          "incidents", ProfileTables::incidents,
          "hours", ProfileTables::hours,
          "blocks", ProfileTables::blocks,
          "places", ProfileTables::places);

  private ProfileTables() {}

  /** The table with the name, if the page has it. */
  static Optional<TableFile> named(String name, ProfileView view) {
    return Optional.ofNullable(TABLES.get(name)).map(table -> table.apply(view));
  }

  private static TableFile numbers(ProfileView view) {
    TableFile file =
        new TableFile(
            "stretch",
            "from",
            "to",
            "harm",
            "count",
            "usual_lower",
            "usual_upper",
            "mean",
            "earlier_windows",
            "judgement",
            "p",
            "as_of");
    Profile profile = view.profile();
    for (SpanCount span : profile.numbers().spans()) {
      count(file, view, span.span().name(), span.from(), span.to(), Harm.ALL, span.all());
      count(file, view, span.span().name(), span.from(), span.to(), Harm.KILLED, span.killed());
      count(file, view, span.span().name(), span.from(), span.to(), Harm.INJURED, span.injured());
    }
    for (YearSoFar year : profile.numbers().yearSoFar()) {
      Object from = profile.day().withDayOfYear(1);
      count(file, view, "YEAR_TO_DATE", from, profile.day(), year.harm(), year.now());
      for (YearSoFar.Year earlier : year.earlier()) {
        LocalDate to = profile.day().minusYears(profile.day().getYear() - earlier.year());
        Counted alone = Counted.alone(earlier.count());
        count(file, view, "YEAR_TO_DATE", to.withDayOfYear(1), to, year.harm(), alone);
      }
    }
    return file;
  }

  private static void count(
      TableFile file,
      ProfileView view,
      String stretch,
      Object from,
      Object to,
      Harm harm,
      Counted counted) {
    @Nullable UsualBand usual = counted.usual();
    file.row(
        stretch,
        from,
        to,
        harm,
        counted.count(),
        usual == null ? null : usual.lower(),
        usual == null ? null : usual.upper(),
        usual == null ? null : usual.mean(),
        usual == null ? null : usual.windows(),
        counted.judgement(),
        counted.p(),
        view.profile().basis().asOf());
  }

  private static TableFile weeks(ProfileView view) {
    TableFile file =
        new TableFile("week_ends", "all", "killed", "injured", "usual_lower", "usual_upper");
    for (WeekPoint week : view.newestWeeks()) {
      UsualBand usual = week.usual();
      file.row(
          week.lastDay(),
          week.all(),
          week.killed(),
          week.injured(),
          usual == null ? null : usual.lower(),
          usual == null ? null : usual.upper());
    }
    return file;
  }

  private static TableFile windows(ProfileView view) {
    TableFile file =
        new TableFile(
            "open_until",
            "block",
            "area",
            "incident",
            "opened_on",
            "killed",
            "injured",
            "repeat",
            "repeat_on",
            "repeat_metres");
    for (OpenWindow window : view.profile().windows()) {
      if (window.repeats().isEmpty()) {
        window(file, window, null);
      }
      window.repeats().forEach(repeat -> window(file, window, repeat));
    }
    return file;
  }

  private static void window(
      TableFile file, OpenWindow window, OpenWindow.@Nullable Repeat repeat) {
    file.row(
        window.lastDay(),
        window.block(),
        window.area(),
        window.incident(),
        window.openedOn(),
        window.killed(),
        window.injured(),
        repeat == null ? null : repeat.incident(),
        repeat == null ? null : repeat.on(),
        repeat == null ? null : repeat.metres());
  }

  private static TableFile incidents(ProfileView view) {
    TableFile file =
        new TableFile("day", "hour", "block", "area", "killed", "injured", "provisional", "record");
    for (Happening incident : view.incidents()) {
      file.row(
          incident.on(),
          incident.hour() < 0 ? null : incident.hour(),
          incident.block(),
          incident.area() < 0 ? null : incident.area(),
          incident.killed(),
          incident.injured(),
          view.provisional(incident),
          incident.id());
    }
    return file;
  }

  private static TableFile hours(ProfileView view) {
    TableFile file = new TableFile("from", "to", "weekday", "hour", "incidents");
    hours(file, view.profile().hours28());
    hours(file, view.profile().hours365());
    return file;
  }

  private static void hours(TableFile file, HourTable table) {
    for (HourTable.Row row : table.rows()) {
      for (int hour = 0; hour < 24; hour++) {
        file.row(table.from(), table.to(), row.day(), hour, row.counts().get(hour));
      }
    }
    file.row(table.from(), table.to(), null, null, table.unknownHour());
  }

  private static TableFile places(ProfileView view) {
    TableFile file =
        new TableFile(
            "kind",
            "name",
            "nearest_metres",
            "nearest_on",
            "nearest_record",
            "incidents_150_m",
            "incidents_400_m");
    for (AffectedPlace place : view.places()) {
      file.row(
          place.kind(),
          place.name(),
          place.metres(),
          place.on(),
          place.nearest(),
          place.at150(),
          place.at400());
    }
    return file;
  }

  private static TableFile blocks(ProfileView view) {
    TableFile file =
        new TableFile(
            "rank", "block", "area", "incidents_365_days", "score", "raw", "area_mean", "factor");
    for (ScoredBlock block : view.profile().blocks()) {
      file.row(
          block.rank(),
          block.block(),
          block.area(),
          block.parts().size(),
          block.score(),
          block.raw(),
          block.pull().mean(),
          block.pull().factor());
    }
    return file;
  }
}
