/** What went wrong, where, and what to do: the lowest floor, used by every other package. */
@NullMarked
package dev.limbeck.error;

import org.jspecify.annotations.NullMarked;
