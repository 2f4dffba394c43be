/**
 * The steps that change a schema, as values: {@link dev.limbeck.operation.Operation} and its kinds, the words that
 * migrations use to say them ({@link dev.limbeck.operation.Operations}, {@link dev.limbeck.operation.Definitions}), and
 * their effect on a {@link dev.limbeck.schema.Schema}. Uses {@code schema} and {@code error} only.
 */
@NullMarked
package dev.limbeck.operation;

import org.jspecify.annotations.NullMarked;
