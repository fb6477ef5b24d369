package org.cscc.actions;

/**
 * What is within reach, in numbers.
 *
 * @param open not verified
 * @param late owed and overdue
 * @param soon owed and due in the next 24 hours
 * @param blocked waiting for somebody else
 * @param check claimed done by another organization, and in time to be looked at
 * @param unowned proposed or declined
 * @param unchecked claimed done and not looked at in time
 * @param raised at level 1 or higher
 */
record Counts(
    int open, int late, int soon, int blocked, int check, int unowned, int unchecked, int raised) {}
