package org.cscc.crisis;

/** What was learned from an activation. */
record Lesson(int edition, String strengths, String toImprove, String nextSteps) {}
