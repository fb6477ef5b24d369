/** {@code ./cscc analyze}: the methods of {@code analysis} for an analyst's own files. */
@NullMarked
package org.cscc.cli;

import org.jspecify.annotations.NullMarked;
