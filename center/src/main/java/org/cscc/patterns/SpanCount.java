package org.cscc.patterns;

import java.time.LocalDate;

/**
 * People harmed in a span of days, each kind with its usual range.
 *
 * @param span which span
 * @param from its first day
 * @param to its last day, included
 * @param all everybody killed or shot
 * @param killed killed
 * @param injured shot and alive
 */
public record SpanCount(
    Span span, LocalDate from, LocalDate to, Counted all, Counted killed, Counted injured) {}
