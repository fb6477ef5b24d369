package org.cscc.drawing;

/** Ends of scales that people read: 1, 2 or 5 times a power of ten. */
final class Scale {
  private Scale() {}

  /** The first round number that is not below the value; 1 at least. */
  static double above(double value) {
    double step = 1;
    while (true) {
      for (double factor : new double[] {1, 2, 5}) {
        if (step * factor >= value) {
          return step * factor;
        }
      }
      step *= 10;
    }
  }
}
