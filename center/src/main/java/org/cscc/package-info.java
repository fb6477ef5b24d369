/** The working software of a Community Safety Coordination Center. */
@NullMarked
package org.cscc;

import org.jspecify.annotations.NullMarked;
