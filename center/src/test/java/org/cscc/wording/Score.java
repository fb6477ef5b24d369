package org.cscc.wording;

import java.util.List;
import java.util.Locale;

/**
 * Sentences told right and wrong.
 *
 * @param found sentences with something to mark in which something was marked
 * @param missed sentences with something to mark that passed
 * @param wronged clean sentences in which something was marked
 */
record Score(int found, int missed, int wronged, int passed) {
  /** What the linter must not fall below on sentences it was not made with. */
  static final double RECALL_FLOOR = 0.50;

  static final double PRECISION_FLOOR = 0.90;

  static Score of(Linter linter, List<LabelledSentence> sentences) {
    int[] n = new int[4];
    for (LabelledSentence sentence : sentences) {
      boolean marked = !linter.read(sentence.text()).isEmpty();
      n[sentence.dirty() ? (marked ? 0 : 1) : (marked ? 2 : 3)]++;
    }
    return new Score(n[0], n[1], n[2], n[3]);
  }

  double recall() {
    return (double) found / (found + missed);
  }

  double precision() {
    return (double) found / (found + wronged);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "recall %d/%d = %.3f, precision %d/%d = %.3f",
        found,
        found + missed,
        recall(),
        found,
        found + wronged,
        precision());
  }
}
