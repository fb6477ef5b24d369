@NullMarked
package org.cscc.places;

import org.jspecify.annotations.NullMarked;
