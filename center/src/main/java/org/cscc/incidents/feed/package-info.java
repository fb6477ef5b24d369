/**
 * Reading a feed's file: what kind of file it is, what its columns mean, and what each row says.
 * Knows no database. What is not in {@link org.cscc.incidents.feed.Report} does not leave this
 * package.
 */
@NullMarked
package org.cscc.incidents.feed;

import org.jspecify.annotations.NullMarked;
