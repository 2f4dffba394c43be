// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a {@link TableHandle} is set to.
 *
 * @param isExpression whether the value is SQL instead of the value itself
 */
public record ColumnSetting(String column, @Nullable Object value, boolean isExpression) {}
