@NullMarked
package org.cscc.directory;

import org.jspecify.annotations.NullMarked;
