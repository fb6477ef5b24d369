package org.cscc.access;

import java.util.List;

/**
 * Something that a room asks of a person, until it is done.
 *
 * @param key names its sentences, which the first page has
 * @param arguments what the sentences name
 * @param address where it is done
 * @param late whether its time has passed
 */
public record Duty(String key, List<Object> arguments, String address, boolean late) {}
