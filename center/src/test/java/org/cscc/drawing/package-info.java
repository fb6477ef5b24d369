@NullMarked
package org.cscc.drawing;

import org.jspecify.annotations.NullMarked;
