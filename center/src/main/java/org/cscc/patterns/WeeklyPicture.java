package org.cscc.patterns;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cscc.drawing.Caption;
import org.cscc.drawing.LineChart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Draws the weekly series: everybody over the usual range, then killed and injured by themselves.
 */
@Component
class WeeklyPicture {
  private final MessageSource messages;

  WeeklyPicture(MessageSource messages) {
    this.messages = messages;
  }

  LineChart of(Profile profile, Locale language) {
    List<WeekPoint> weeks = profile.weeks();
    return new LineChart(
        "weeks",
        caption(profile, language),
        List.of(
            panel(
                "patterns.harm.all",
                weeks,
                week -> sample(week, week.all(), true, language),
                language),
            panel(
                "patterns.harm.killed",
                weeks,
                week -> sample(week, week.killed(), false, language),
                language),
            panel(
                "patterns.harm.injured",
                weeks,
                week -> sample(week, week.injured(), false, language),
                language)));
  }

  private Caption caption(Profile profile, Locale language) {
    long above = profile.weeks().stream().filter(WeekPoint::aboveUsual).count();
    long judged = profile.weeks().stream().filter(week -> week.usual() != null).count();
    int people = profile.weeks().stream().mapToInt(WeekPoint::all).sum();
    String title =
        judged == 0
            ? say(language, "patterns.weeks.title-unjudged")
            : say(language, "patterns.weeks.title", above, judged);
    return new Caption(
        title,
        say(language, "patterns.weeks.description", profile.extent().name()),
        say(language, "patterns.weeks.note", people));
  }

  private LineChart.Panel panel(
      String label,
      List<WeekPoint> weeks,
      Function<WeekPoint, LineChart.Sample> sample,
      Locale language) {
    return new LineChart.Panel(say(language, label), weeks.stream().map(sample).toList());
  }

  private LineChart.Sample sample(WeekPoint week, int count, boolean withUsual, Locale language) {
    UsualBand usual = withUsual ? week.usual() : null;
    return new LineChart.Sample(
        date(week.lastDay(), language),
        (double) count,
        usual == null ? null : (double) usual.lower(),
        usual == null ? null : (double) usual.upper());
  }

  private String date(LocalDate day, Locale language) {
    return DateTimeFormatter.ofPattern(say(language, "patterns.format.short"), language)
        .format(day);
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
