package org.cscc.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told.
 *
 * @param address mail address or telephone number; empty for the page
 * @param quietFrom from when on Chicago's wall clock nothing is sent; null for never
 * @param quietUntil until when; before {@code quietFrom} when the night is meant
 */
record Preference(
    Channel channel,
    String address,
    String language,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietUntil) {
  static final Preference NONE = new Preference(Channel.PAGE, "", "en", null, null);

  /** The channel that carries notices out of the house, if the person wants one. */
  Optional<Channel> carried() {
    return channel == Channel.PAGE || address.isBlank() ? Optional.empty() : Optional.of(channel);
  }

  /** When something may be sent that is written now: now, or when the quiet hours are over. */
  Instant soonest(Instant now) {
    if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) {
      return now;
    }
    LocalTime time = now.atZone(ReviewWeek.CHICAGO).toLocalTime();
    LocalDate today = WallClock.dayOf(now);
    boolean night = quietFrom.isAfter(quietUntil);
    boolean quiet =
        night
            ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
            : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
    if (!quiet) {
      return now;
    }
    boolean overMidnight = night && !time.isBefore(quietFrom);
    return WallClock.at(overMidnight ? today.plusDays(1) : today, quietUntil);
  }
}
