package org.cscc.directory;

import org.jspecify.annotations.Nullable;

/**
 * An area in a team's care.
 *
 * @param area number of the community area
 * @param subArea the part of it, in words; null for all of it
 * @param lead whether this team leads there
 */
public record TeamArea(int area, @Nullable String subArea, boolean lead) {}
