/**
 * Real database servers from Maven Central binaries, for scratch, development and tests. Start at
 * {@link dev.limbeck.embedded.EmbeddedPostgresql}.
 */
@NullMarked
package dev.limbeck.embedded;

import org.jspecify.annotations.NullMarked;
