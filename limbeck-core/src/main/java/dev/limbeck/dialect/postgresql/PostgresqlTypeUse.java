// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What uses a type that is to be made anew. */
final class PostgresqlTypeUse {
    private final Name type;
    private final Schema schema;

    PostgresqlTypeUse(Name type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The columns of a table that have the type, or an array of it. */
    static List<Column> columns(Name type, Table table) {
        return table.columns().stream()
                .filter(column -> column.type().name().equals(type))
                .toList();
    }

    /** What holds on to the type and cannot be dropped and made again without losing something that is not known here. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            table.columns().stream()
                    .filter(column -> column.value() instanceof ColumnValue.Generated generated
                            && isConcerned(table, column, generated.sql()))
                    .forEach(column -> obstacles.add("generated column " + table.name() + "." + column.name()));
        }
        for (CodeObject object : schema.code().values()) {
            if (isConcerned(object)) {
                obstacles.add(object.key().kind().label() + " " + object.key());
            }
        }
        return obstacles;
    }

    private boolean isConcerned(Table table, Column generated, String sql) {
        return columns(type, table).stream()
                .anyMatch(column -> column.equals(generated) || mentions(sql, column.name()));
    }

    private boolean isConcerned(CodeObject object) {
        if (schema.dependencies().isKnown()) {
            return isBound(object);
        }
        return switch (object.key().kind()) {
            // The body of a routine is read when it runs; what stands before it is bound to the type.
            case FUNCTION, PROCEDURE, AGGREGATE, CAST ->
                mentions(object.definition().split("\\$", 2)[0], type.name());
            case VIEW, MATERIALIZED_VIEW ->
                mentions(object.definition(), type.name())
                        || schema.tables().values().stream()
                                .filter(table -> !columns(type, table).isEmpty())
                                .anyMatch(table -> object.mentions(table.name()));
            case TRIGGER, RULE, POLICY ->
                schema.table(Name.parse(object.key().of())).stream()
                        .flatMap(table -> columns(type, table).stream())
                        .anyMatch(column -> mentions(object.definition(), column.name()));
            case TYPE -> mentions(object.definition(), type.name());
            default -> false;
        };
    }

    /** By the database's own account everything else can be made anew, composite types among it. */
    private boolean isBound(CodeObject object) {
        return object.key().kind() == CodeObject.Kind.TYPE
                && PostgresqlTypeMove.composite(object).isEmpty()
                && schema.dependencies().of(Dependencies.code(object.key())).contains(Dependencies.type(type));
    }

    private static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }
}
