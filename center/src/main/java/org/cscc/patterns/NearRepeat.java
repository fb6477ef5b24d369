package org.cscc.patterns;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An incident of the week that happened inside the window of an earlier one: the near-repeat flag
 * of an incident card.
 *
 * @param incident the incident
 * @param of the latest earlier incident whose window it fell into
 * @param ofOn the day of that one
 * @param metres distance along the street grid between the two
 * @param until last day of the window that the incident itself opened
 */
public record NearRepeat(UUID incident, UUID of, LocalDate ofOn, long metres, LocalDate until) {}
