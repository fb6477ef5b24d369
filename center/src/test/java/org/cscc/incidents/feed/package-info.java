@NullMarked
package org.cscc.incidents.feed;

import org.jspecify.annotations.NullMarked;
