package org.cscc.reviews;

import java.util.List;
import org.cscc.actions.OpenPromise;

/**
 * The promises of a packet in numbers that add up to all of them.
 *
 * @param open all that are not verified
 * @param late owed past their day
 * @param claimed said to be done, not yet looked at by somebody else
 * @param unowned proposed or declined: nobody owes them
 * @param inTime the rest: owed, and their day has not passed
 */
record PromiseCounts(int open, int late, int claimed, int unowned, int inTime) {
  static PromiseCounts of(List<OpenPromise> promises) {
    int late = (int) promises.stream().filter(OpenPromise::late).count();
    int claimed = (int) promises.stream().filter(OpenPromise::claimed).count();
    int unowned = (int) promises.stream().filter(OpenPromise::unowned).count();
    return new PromiseCounts(
        promises.size(), late, claimed, unowned, promises.size() - late - claimed - unowned);
  }
}
