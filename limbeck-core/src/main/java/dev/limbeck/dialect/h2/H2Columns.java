// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of all tables. */
final class H2Columns {
    private static final String COLUMNS = "select table_schema, table_name, column_name, is_nullable, column_default,"
            + " default_on_null, column_on_update, is_identity, identity_generation, identity_start,"
            + " identity_increment, identity_minimum, identity_maximum, identity_cycle, identity_cache,"
            + " generation_expression, domain_schema, domain_name, remarks, " + H2ColumnTypes.PARTS
            + " from information_schema.columns where table_schema = any (?)"
            + " order by table_schema, table_name, ordinal_position";

    private final H2Catalogue catalogue;
    private final H2ColumnTypes types;

    private H2Columns(H2Catalogue catalogue, H2ColumnTypes types) {
        this.catalogue = catalogue;
        this.types = types;
    }

    static Map<Name, List<Column>> read(H2Catalogue catalogue) throws SQLException {
        H2Columns reader = new H2Columns(catalogue, H2ColumnTypes.read(catalogue));
        Map<Name, List<Column>> columns = new HashMap<>();
        catalogue.read(COLUMNS, row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            columns.computeIfAbsent(table, name -> new ArrayList<>()).add(reader.column(row));
        });
        return columns;
    }

    private Column column(ResultSet row) throws SQLException {
        return new Column(
                catalogue.known(row.getString("column_name")),
                type(row),
                row.getString("is_nullable").equals("YES"),
                value(row),
                null,
                row.getString("remarks"));
    }

    private DataType type(ResultSet row) throws SQLException {
        String domain = row.getString("domain_name");
        return domain == null
                ? types.of(row.getString("table_schema"), row.getString("table_name"), row)
                : DataType.named(catalogue.name(row.getString("domain_schema"), domain));
    }

    private @Nullable ColumnValue value(ResultSet row) throws SQLException {
        if (row.getString("is_identity").equals("YES")) {
            return new ColumnValue.Identity(
                    row.getString("identity_generation").equals("ALWAYS"), H2SequenceOptions.said(identity(row), true));
        }
        String generated = row.getString("generation_expression");
        if (generated != null) {
            return new ColumnValue.Generated(catalogue.expression(generated), true);
        }
        String written = row.getString("column_default");
        ColumnValue value = written == null ? null : H2Expressions.defaultOf(catalogue.expression(written));
        return H2DefaultClauses.with(value, row.getBoolean("default_on_null"), onUpdate(row));
    }

    private @Nullable String onUpdate(ResultSet row) throws SQLException {
        String expression = row.getString("column_on_update");
        return expression == null ? null : catalogue.expression(expression);
    }

    private static H2SequenceOptions.Values identity(ResultSet row) throws SQLException {
        return new H2SequenceOptions.Values(
                H2SequenceOptions.type(row.getString("data_type"), row.getInt("numeric_precision")),
                row.getLong("identity_start"),
                row.getLong("identity_increment"),
                row.getLong("identity_minimum"),
                row.getLong("identity_maximum"),
                row.getLong("identity_cache"),
                row.getString("identity_cycle").equals("YES"));
    }
}
