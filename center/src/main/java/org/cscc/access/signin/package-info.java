/**
 * How a person proves who they are, and for how long that holds: sessions, passwords, the second
 * factor, passkeys, invitations, the City's single sign-on. Inside of {@code access}; other rooms
 * ask {@code access} itself.
 */
@NullMarked
package org.cscc.access.signin;

import org.jspecify.annotations.NullMarked;
