package org.cscc.notices;

import java.util.List;
import java.util.UUID;

/**
 * A notice that is to be carried out of the house now.
 *
 * @param attempts with this one
 */
record Delivery(
    UUID notice,
    Channel channel,
    int attempts,
    String address,
    String language,
    String kind,
    List<String> words,
    String path) {}
