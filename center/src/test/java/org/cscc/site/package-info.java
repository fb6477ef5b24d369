@NullMarked
package org.cscc.site;

import org.jspecify.annotations.NullMarked;
