package org.cscc.incidents.feed;

/** What became of a row: a report, or a rejection. */
public sealed interface Parsed permits Report, Rejection {}
