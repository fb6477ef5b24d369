package org.cscc.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route asks of the person. A route that carries neither this nor {@link OpenToAll} answers
 * 403 to everybody, so that a forgotten line closes a door instead of opening one. A handler that
 * takes a {@link Decision} argument is given the one for this capability.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  /** The capability. */
  Capability value();
}
