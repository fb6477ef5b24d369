/**
 * How incidents hang together: computed from place and time, or stated by people for 90 days. Never
 * shown to the police liaison: what outreach and residents say goes one way.
 */
@NullMarked
package org.cscc.patterns.links;

import org.jspecify.annotations.NullMarked;
