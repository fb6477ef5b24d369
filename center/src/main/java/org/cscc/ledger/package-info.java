/**
 * What every room does alike in which people and clocks move records: the row counts its versions,
 * the history is only added to, a form is done once, and a clock works in batches until nothing is
 * due. Each room keeps tables of its own and names them here; what a move means stays in the room.
 * See decision 0220.
 */
@NullMarked
@ApplicationModule(
    displayName = "Ledger",
    allowedDependencies = {})
package org.cscc.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
