package org.cscc.notices;

import java.util.Locale;
import java.util.Optional;

/**
 * A room that can send something along with a mail. It is made when the mail is handed over, from
 * how things stand then, so that a mail that was held up never brings what is out of date.
 */
public interface Enclosures {
  /**
   * Makes what a notice names.
   *
   * @param reference of the notice: the room's own word, a space, and which
   * @param from mail address of the center
   * @param to mail address of the person
   * @return empty when the word is another room's, or it is there no more
   */
  Optional<Enclosed> of(String reference, String from, String to, Locale language);

  /**
   * What goes along.
   *
   * @param type media type with its parameters
   * @param name a name for the file
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
  record Enclosed(String type, String name, byte[] content) {}
}
