package org.cscc.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that is to be carried out of the house now.
 *
 * @param attempts with this one
 * @param enclosure what goes along by mail; null for nothing
 */
record Delivery(
    UUID notice,
    Channel channel,
    int attempts,
    String address,
    String language,
    String kind,
    List<String> words,
    String path,
    @Nullable String enclosure) {}
