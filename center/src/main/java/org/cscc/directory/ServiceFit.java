package org.cscc.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service that fits.
 *
 * @param organization code of the organization
 * @param need the kind of help, a word of {@link ServiceFinder#needs()}
 * @param capacity OPEN, WAITLIST, FULL or UNKNOWN, as far as it told
 * @param speaks whether it is given in the language that was asked for; true when none was
 * @param stale whether nobody asked for so long that it may no longer be so (F4)
 * @param assuredOn when the organization last said that it is so; null, never
 */
public record ServiceFit(
    String organization,
    String service,
    String need,
    String capacity,
    boolean speaks,
    boolean stale,
    @Nullable LocalDate assuredOn,
    String phone) {}
