@NullMarked
package org.cscc.home;

import org.jspecify.annotations.NullMarked;
