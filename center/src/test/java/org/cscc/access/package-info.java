@NullMarked
package org.cscc.access;

import org.jspecify.annotations.NullMarked;
