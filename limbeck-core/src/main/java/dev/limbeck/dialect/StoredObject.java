// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/**
 * The SQL by which a database keeps an object.
 *
 * @param kind what it is: {@code table}, {@code trigger} or {@code view}
 * @param table the table that it belongs to; its own name for a table or a view
 */
public record StoredObject(String kind, String name, String table, String sql) {}
