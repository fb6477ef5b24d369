package org.cscc.audit;

import java.util.List;

/**
 * What a look at the whole chain found.
 *
 * @param seals links that were checked
 * @param rows rows under them
 * @param unsealed rows that no link covers yet
 * @param head hash of the last link in hex; written down elsewhere, it shows when the end is cut
 *     off
 * @param broken what does not fit, in words; empty when everything does
 */
record Finding(long seals, long rows, long unsealed, String head, List<String> broken) {}
