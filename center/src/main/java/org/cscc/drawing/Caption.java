package org.cscc.drawing;

/**
 * What is said around a picture, in the reader's language.
 *
 * @param title the finding, as a sentence
 * @param description what the picture shows, for those who do not see it
 * @param footnote the number of events, the method and the as-of; empty for none
 */
public record Caption(String title, String description, String footnote) {}
