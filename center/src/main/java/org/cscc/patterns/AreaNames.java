package org.cscc.patterns;

/** What templates call an area. */
@FunctionalInterface
interface AreaNames {
  /** The name of the area with the number. */
  String of(int number);
}
