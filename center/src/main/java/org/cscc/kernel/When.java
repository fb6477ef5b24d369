package org.cscc.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Days and moments as people read them; templates know it as {@code #when}, and notices say them
 * so. The year is told when it is not the one the reader lives in.
 */
public final class When {
  private final MessageSource messages;
  private final Clock clock;
  private final Locale language;

  /** Words of one language. */
  public When(MessageSource messages, Clock clock, Locale language) {
    this.messages = messages;
    this.clock = clock;
    this.language = language;
  }

  /** A day, such as "Tue, Nov 24". */
  public String date(TemporalAccessor day) {
    return say("date", day);
  }

  /** A moment on Chicago's wall clock, such as "Tue, Nov 24, 3:00 pm". */
  public String moment(ZonedDateTime at) {
    return say("datetime", at.withZoneSameInstant(ReviewWeek.CHICAGO));
  }

  /** A day with its year always, for what is kept longer than a year. */
  public String dated(LocalDate day) {
    return format("site.format.date-year", day);
  }

  /** A day or a time in a form of the page's own, by the key of its pattern. */
  public String as(String key, TemporalAccessor at) {
    return format(key, at);
  }

  private String say(String kind, TemporalAccessor at) {
    boolean thisYear =
        at.get(ChronoField.YEAR)
            == Year.from(clock.instant().atZone(ReviewWeek.CHICAGO)).getValue();
    return format("site.format." + kind + (thisYear ? "" : "-year"), at);
  }

  private String format(String key, TemporalAccessor at) {
    String pattern = messages.getMessage(key, null, language);
    String said = DateTimeFormatter.ofPattern(pattern, language).format(at);
    // The locale's own capitals shout in a sentence.
    return said.replace(" AM", " am").replace(" PM", " pm");
  }
}
