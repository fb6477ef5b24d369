package org.cscc.site;

import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.access.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page.
 *
 * @param account who is signed in
 * @param synthetic whether the data is made up
 * @param now Chicago wall clock of the house
 * @param rooms what the person may enter
 * @param languages this page in each language of the house
 */
record Frame(
    @Nullable SignedIn account,
    boolean synthetic,
    ZonedDateTime now,
    List<Room> rooms,
    List<Language> languages) {
  /**
   * An entry of the navigation.
   *
   * @param here whether the page is in this room
   */
  record Room(String name, String address, boolean here) {}

  /**
   * The same page in a language.
   *
   * @param name of the language, in itself
   */
  record Language(String code, String name, String address) {}
}
