package org.cscc.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dated list of priority areas.
 *
 * @param basis what the areas were chosen by
 * @param basisFrom first day of the data they were chosen by
 * @param basisTo last day of that data
 * @param effectiveFrom first day the list holds
 * @param effectiveTo first day it holds no more; empty while it is in force
 * @param areas numbers of the areas, in the list's own order
 */
public record PriorityList(
    int id,
    String basis,
    LocalDate basisFrom,
    LocalDate basisTo,
    LocalDate effectiveFrom,
    Optional<LocalDate> effectiveTo,
    List<Integer> areas) {}
