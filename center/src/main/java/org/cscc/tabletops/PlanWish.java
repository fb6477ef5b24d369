package org.cscc.tabletops;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody plans.
 *
 * @param teams codes; the first one leads
 * @param area null for all areas of the teams
 * @param organizations codes of who is asked to the table
 * @param madeUp whether whoever plans it affirms that the story is made up
 */
record PlanWish(
    String title,
    List<String> teams,
    @Nullable Integer area,
    @Nullable LocalDate day,
    @Nullable LocalTime time,
    String place,
    String objectives,
    List<String> organizations,
    List<Scene> scenes,
    boolean madeUp) {}
