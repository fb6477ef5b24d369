package org.cscc.weekend;

import org.cscc.access.Role;

/** Who writes about a weekend. */
record Author(String account, Role role) {}
