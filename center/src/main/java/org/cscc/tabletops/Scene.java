package org.cscc.tabletops;

import java.util.List;

/**
 * One part of the story that was made up.
 *
 * @param injects what is thrown in while the table talks, in their order
 * @param question what is put to the table
 */
record Scene(Part part, String story, List<String> injects, String question) {}
