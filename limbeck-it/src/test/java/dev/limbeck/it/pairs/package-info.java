/**
 * Pairs of schemas from the test suites of other tools, an old one and a new one: what autogenerate writes between them is
 * run forth and back and compared with what the database says of itself. Start at {@link dev.limbeck.it.pairs.Trial}.
 */
package dev.limbeck.it.pairs;
