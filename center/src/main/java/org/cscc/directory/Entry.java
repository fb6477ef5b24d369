package org.cscc.directory;

import org.jspecify.annotations.Nullable;

/**
 * A row of the directory that people edit.
 *
 * @param kind what an organization is to the City; null for a team
 * @param assumed whether it rests on our own reading, not on an official list
 * @param active whether it is still there; an inactive one is kept for what refers to it
 * @param version counts the changes; a save must name the one it started from
 */
record Entry(
    String code,
    String name,
    Organization.@Nullable Kind kind,
    boolean assumed,
    boolean active,
    int version) {}
