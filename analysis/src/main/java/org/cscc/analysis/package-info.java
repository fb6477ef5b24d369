/**
 * Statistics over places and time, made for the prevention of violence: pure functions on arrays
 * and records. No framework, no clock, no input or output; the caller brings the numbers and the
 * seed, the method brings the answer with its n, its interval and its name.
 */
@NullMarked
package org.cscc.analysis;

import org.jspecify.annotations.NullMarked;
