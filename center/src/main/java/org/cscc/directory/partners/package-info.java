/**
 * Whom to call: what organizations offer and where, who speaks for them, who is on call, who
 * steers; and the exchange with other directories (HSDS).
 */
@NullMarked
package org.cscc.directory.partners;

import org.jspecify.annotations.NullMarked;
