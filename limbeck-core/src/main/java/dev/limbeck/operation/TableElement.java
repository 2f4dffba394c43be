// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

/** What may stand in a {@code createTable}: a column, a constraint, an index, a comment or an option of the database's. */
public sealed interface TableElement permits ColumnSpec, ConstraintSpec, IndexSpec, TableSetting {}
