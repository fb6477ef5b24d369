package org.cscc.notices;

/**
 * A delivery in words.
 *
 * @param text with the address of the page at its end
 */
record Letter(Delivery delivery, String subject, String text) {}
