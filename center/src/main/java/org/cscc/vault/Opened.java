package org.cscc.vault;

import java.util.Map;

/** A record with what was sealed of it. */
record Opened(Kept record, Map<Field, String> fields) {}
