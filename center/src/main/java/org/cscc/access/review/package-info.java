/**
 * The quarterly review of accounts: each is looked at, and kept or taken away. Inside of {@code
 * access}.
 */
@NullMarked
package org.cscc.access.review;

import org.jspecify.annotations.NullMarked;
