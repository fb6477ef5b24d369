package org.cscc.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the referrals of an incident went, in numbers.
 *
 * @param offered how many needs were handed over, those offered again to another organization once
 * @param accepted how many of them an organization has said yes to
 * @param contacted with how many people an organization has spoken
 * @param firstContactAt when it first did; null when it has not
 */
public record ReferralCounts(
    int offered, int accepted, int contacted, @Nullable Instant firstContactAt) {}
