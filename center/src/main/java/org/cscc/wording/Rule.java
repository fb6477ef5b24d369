package org.cscc.wording;

import java.util.stream.Stream;
import org.cscc.kernel.UnfitWording.Mark;

/** One way to find words that point at a person. */
interface Rule {
  /**
   * Marks in a text, in any order; they may overlap.
   *
   * @param text as written
   * @param plain the same length, letters without their accents
   */
  Stream<Mark> read(String text, String plain);
}
