package org.cscc.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.access.SignedIn;
import org.cscc.access.Stay;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page.
 *
 * @param account who is signed in
 * @param synthetic whether the data is made up
 * @param now Chicago wall clock of the house
 * @param stay how long the session lasts; null for who is not signed in
 * @param emergency until when the person reads beyond the own teams; null nearly always
 * @param here address of this page, to come back to it
 * @param rooms what the person may enter
 * @param languages this page in each language of the house
 */
record Frame(
    @Nullable SignedIn account,
    boolean synthetic,
    ZonedDateTime now,
    @Nullable Staying stay,
    @Nullable ZonedDateTime emergency,
    String here,
    List<Room> rooms,
    List<Language> languages) {
  /**
   * An entry of the navigation.
   *
   * @param here whether the page is in this room
   */
  record Room(String name, String address, boolean here) {}

  /**
   * How long the session lasts.
   *
   * @param ends when it ends if nothing more is asked for, on Chicago's wall clock
   * @param seconds until then
   * @param minutes that a page opened now gives at most
   */
  record Staying(ZonedDateTime ends, long seconds, long minutes) {
    static Staying of(Stay stay, Instant now) {
      return new Staying(
          stay.ends().atZone(ReviewWeek.CHICAGO),
          Duration.between(now, stay.ends()).toSeconds(),
          Duration.between(stay.seenAt(), stay.endsIfIdle()).toMinutes());
    }
  }

  /**
   * The same page in a language.
   *
   * @param name of the language, in itself
   */
  record Language(String code, String name, String address) {}
}
