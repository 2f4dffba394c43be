/**
 * Many processes, and many threads of one, that upgrade the same database at the same moment: each revision runs once, and
 * everyone ends well. Start at {@link dev.limbeck.it.race.Race}.
 */
package dev.limbeck.it.race;
