@NullMarked
package org.cscc.incidents;

import org.jspecify.annotations.NullMarked;
