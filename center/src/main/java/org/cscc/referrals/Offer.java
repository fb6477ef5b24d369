package org.cscc.referrals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to hand a need over.
 *
 * @param incident what it follows; null when it follows none
 * @param organization code of the organization that is asked
 * @param follows the one that another organization declined; null for a new one
 */
record Offer(
    int area,
    @Nullable UUID incident,
    List<NeedType> needs,
    String organization,
    @Nullable UUID follows) {}
