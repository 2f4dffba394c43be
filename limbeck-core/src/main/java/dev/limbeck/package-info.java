/** What a migration is written against. Front-ends start at the commands; migrations at {@link dev.limbeck.Migration}. */
@NullMarked
package dev.limbeck;

import org.jspecify.annotations.NullMarked;
