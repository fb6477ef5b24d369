package org.cscc.actions;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks should be done.
 *
 * @param title one sentence without anything about a person; it passes the wording check
 * @param tier {@code T1} for everybody at the table, {@code T2} for the City alone
 * @param area number of the community area; null when it is about no place
 * @param block as people write it; null or empty for the whole area
 * @param team code of the team that follows it
 * @param originRecord id of the meeting or incident
 * @param organization who should do it; null when nobody knows yet
 */
public record Proposal(
    String title,
    Verb verb,
    Pillar pillar,
    Priority priority,
    String tier,
    @Nullable Integer area,
    @Nullable String block,
    @Nullable String team,
    Origin origin,
    @Nullable String originRecord,
    @Nullable String organization) {}
