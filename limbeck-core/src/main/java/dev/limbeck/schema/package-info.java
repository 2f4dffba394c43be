/**
 * What a database holds, as immutable values without back pointers. Uses nothing but itself. Start at
 * {@link dev.limbeck.schema.Schema}.
 */
@NullMarked
package dev.limbeck.schema;

import org.jspecify.annotations.NullMarked;
