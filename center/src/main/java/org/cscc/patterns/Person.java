package org.cscc.patterns;

/**
 * One person harmed, as the counts need it: nothing but a day and a place.
 *
 * @param day epoch day in Chicago on which this person was harmed
 * @param fatal whether the person died
 */
record Person(int day, int area, String block, boolean fatal) implements Located {}
