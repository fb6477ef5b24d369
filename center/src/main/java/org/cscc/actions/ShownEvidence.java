package org.cscc.actions;

/**
 * Evidence beside the step of the history it belongs to.
 *
 * @param position of the step
 */
record ShownEvidence(int position, Evidence what) {}
