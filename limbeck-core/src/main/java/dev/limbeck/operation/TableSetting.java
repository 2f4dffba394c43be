// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

/** A comment or an option of a table that is being created. */
public record TableSetting(String key, String value) implements TableElement {
    static final String COMMENT = "comment";
}
