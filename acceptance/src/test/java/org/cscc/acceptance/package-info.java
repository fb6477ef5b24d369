/** Whole stories in a real browser against the packaged center, and a picture of every page. */
@NullMarked
package org.cscc.acceptance;

import org.jspecify.annotations.NullMarked;
