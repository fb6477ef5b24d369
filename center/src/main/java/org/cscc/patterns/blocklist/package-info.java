/**
 * The quarterly list of priority blocks: who named a block and why, which are on the list of a
 * quarter, and every list there was. A list of blocks to be served, never a ranking.
 */
@NullMarked
package org.cscc.patterns.blocklist;

import org.jspecify.annotations.NullMarked;
