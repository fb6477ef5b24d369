package org.cscc.patterns.hotspots;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.patterns.circumstances.Circumstance.Code;

/**
 * What is coded about incidents.
 *
 * @param all by every source
 * @param open without what outreach, residents and partners said
 */
record Coded(Map<UUID, Set<Code>> all, Map<UUID, Set<Code>> open) {}
