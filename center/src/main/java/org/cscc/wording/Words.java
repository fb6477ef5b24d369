package org.cscc.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text with their places, for rules that look at neighbours. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'-]*");
  private final String plain;
  private final List<Word> all = new ArrayList<>();

  /**
   * A word.
   *
   * @param lower without accents, in lower case
   * @param capital whether it begins with a capital letter
   */
  record Word(int start, int end, String lower, boolean capital) {
    boolean initial() {
      return lower.length() == 1 && capital;
    }
  }

  Words(String plain) {
    this.plain = plain;
    WORD.matcher(plain)
        .results()
        .forEach(
            found ->
                all.add(
                    new Word(
                        found.start(),
                        found.end(),
                        found.group().toLowerCase(Locale.ROOT).replaceFirst("'s$", ""),
                        Character.isUpperCase(found.group().charAt(0)))));
  }

  List<Word> all() {
    return all;
  }

  Word at(int index) {
    return all.get(index);
  }

  /** The lower-case word at the index; empty when there is none. */
  String lower(int index) {
    return index >= 0 && index < all.size() ? all.get(index).lower() : "";
  }

  /** Whether only spaces, or the point of an initial or a title, stand between two words. */
  boolean adjoin(int left, int right) {
    if (left < 0 || right >= all.size()) {
      return false;
    }
    String gap = plain.substring(all.get(left).end(), all.get(right).start());
    boolean shortened = all.get(left).lower().length() <= 4;
    return gap.isBlank() || (shortened && gap.matches("\\. ?"));
  }

  /** Whether a word is an abbreviation or a made-up one, such as CDOT or ComEd. */
  boolean shouted(int index) {
    Word word = all.get(index);
    return plain.substring(word.start() + 1, word.end()).matches(".*[A-Z\\d].*");
  }

  /** Whether a word ends like "Father's". */
  boolean possessive(int index) {
    Word word = all.get(index);
    return plain.substring(word.start(), word.end()).endsWith("'s");
  }

  /** Whether a word begins a sentence, where its capital letter says nothing. */
  boolean opens(int index) {
    if (index == 0) {
      return true;
    }
    String gap = plain.substring(all.get(index - 1).end(), all.get(index).start());
    return gap.matches("(?s).*[.!?:\\n].*") && lower(index - 1).length() > 3;
  }
}
