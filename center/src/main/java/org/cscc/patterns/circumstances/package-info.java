/**
 * Coded circumstances of incidents (M-9): chosen from a fixed list, never written, ended by
 * themselves. What outreach, residents and partners say goes one way: it reaches no police liaison.
 */
@NullMarked
package org.cscc.patterns.circumstances;

import org.jspecify.annotations.NullMarked;
