package org.cscc.blitz;

/**
 * What a department did on a block.
 *
 * @param number of the type, such as lamps or lots
 * @param byAccount who wrote it down, who then looks at nothing; never shown
 */
record Work(String block, String type, String department, int number, String byAccount) {}
