package org.cscc.tabletops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * The hundred blocks that a sentence names. Whoever writes a sentence leaves out the direction or
 * the ending of a street; what is left has to agree.
 */
final class NamedBlocks {
  /** So many words make a street at most: a direction, its name and an ending. */
  private static final int LONGEST = 6;

  private static final Pattern NUMBER = Pattern.compile("(?i)\\d{2,5}|\\d{1,3}X{1,4}");
  private static final Pattern ENDS = Pattern.compile("[.,;:!?()\"“”’»«]+$");
  private static final Pattern BEGINS = Pattern.compile("^[(\"“‘«¿¡]+");

  /** Words between a number and its street, in both languages. */
  private static final Set<String> BETWEEN =
      Set.of("BLOCK", "BLOCKS", "BLK", "OF", "THE", "DE", "DEL", "LA", "EN", "CUADRA", "ON");

  private static final Set<String> DIRECTIONS = Set.of("N", "S", "E", "W");
  private static final Set<String> ENDINGS =
      Set.of(
          "AVE", "ST", "BLVD", "DR", "RD", "PL", "CT", "TER", "PKWY", "LN", "HWY", "WAY", "PLZ",
          "SQ");

  private NamedBlocks() {}

  /**
   * A block, as a sentence names it.
   *
   * @param words as they were written
   */
  record Named(String words, Street street) {}

  /**
   * A hundred of a street.
   *
   * @param direction null when it is left out
   * @param ending null when it is left out
   */
  record Street(String hundred, @Nullable String direction, String name, @Nullable String ending) {
    /** Whether both can be the same block. */
    boolean agrees(Street other) {
      return hundred.equals(other.hundred)
          && name.equals(other.name)
          && same(direction, other.direction)
          && same(ending, other.ending);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
      return one == null || other == null || one.equals(other);
    }
  }

  /** The street of a block as the house writes it; null when it has no hundred. */
  static @Nullable Street street(@Nullable String written) {
    Block block = Blocks.normalise(written);
    if (block.form() != Block.Form.HUNDRED_BLOCK) {
      return null;
    }
    List<String> words = new ArrayList<>(Arrays.asList(block.canonical().split(" ", -1)));
    String hundred = words.removeFirst();
    String direction =
        words.size() > 1 && DIRECTIONS.contains(words.getFirst()) ? words.removeFirst() : null;
    String ending =
        words.size() > 1 && ENDINGS.contains(words.getLast()) ? words.removeLast() : null;
    return new Street(hundred, direction, String.join(" ", words), ending);
  }

  /**
   * What a text can be read to name. A longer reading of the same words stands beside the shorter
   * one, because nobody says in a sentence where the street ends.
   */
  static List<Named> in(String text) {
    List<Named> named = new ArrayList<>();
    List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
    for (int at = 0; at < words.size(); at++) {
      String number = bare(words.get(at));
      if (!NUMBER.matcher(number).matches()) {
        continue;
      }
      int next = at + 1;
      while (next < words.size()
          && BETWEEN.contains(bare(words.get(next)).toUpperCase(Locale.ROOT))) {
        next++;
      }
      StringBuilder street = new StringBuilder();
      for (int end = next; end < words.size() && end - next < LONGEST; end++) {
        street.append(' ').append(bare(words.get(end)));
        Street read = street(number + street);
        if (read != null && !read.name().isBlank()) {
          named.add(new Named(bare(String.join(" ", words.subList(at, end + 1))), read));
        }
        if (ENDS.matcher(words.get(end)).find() && words.get(end).length() > 2) {
          break; // a sentence or a list goes on
        }
      }
    }
    return named;
  }

  private static String bare(String word) {
    return BEGINS.matcher(ENDS.matcher(word).replaceFirst("")).replaceFirst("");
  }
}
