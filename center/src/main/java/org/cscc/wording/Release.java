package org.cscc.wording;

import java.time.OffsetDateTime;

/**
 * A text that may be saved although the linter marks words in it.
 *
 * @param by sign-in name of the privacy officer
 */
record Release(String text, String reason, String by, OffsetDateTime at) {}
