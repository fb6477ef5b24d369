package org.cscc.access;

/**
 * A program that acts for nobody: it holds no role and reaches no record, and the audit trail names
 * it.
 *
 * @param name what the trail calls it
 */
public record Program(String name) {}
