package org.cscc.kernel;

/**
 * Where a person's own sentences pass before they are stored (R-HRIT-09). Every door that keeps
 * free text calls it; the center keeps facts about places and never about people (R-HRIT-08).
 */
public interface FreeText {
  /**
   * The text without the spaces around it, when it may be stored.
   *
   * @param field name of the form field the text came in, so that the page can mark it there
   * @throws UnfitWording when words in it point at a person
   */
  String fit(String field, String text);
}
