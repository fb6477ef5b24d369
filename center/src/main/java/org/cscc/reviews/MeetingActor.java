package org.cscc.reviews;

import org.cscc.access.Role;

/**
 * Who moves a meeting.
 *
 * @param account sign-in name, or {@code system}
 */
record MeetingActor(String account, Role role) {}
