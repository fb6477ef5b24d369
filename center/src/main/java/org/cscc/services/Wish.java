package org.cscc.services;

import org.cscc.services.ServiceTask.Source;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param type code of a type
 * @param block as it was written
 * @param note what was seen there, without names; empty for nothing
 * @param cityNumber its number with the City's 311
 * @param item code of the commitment that it serves
 */
record Wish(
    String type,
    int area,
    String block,
    Source source,
    String note,
    @Nullable String cityNumber,
    @Nullable String item) {}
