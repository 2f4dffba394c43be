// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements that say of a column what {@link PostgresqlColumnOptions} read. */
final class PostgresqlColumnOptionSql {
    private static final Set<String> KEPT_IN_THE_ROW = Set.of("numeric", "inet", "cidr");

    private final PostgresqlCompiler compiler;
    private final Schema schema;

    /** The schema as it is before the statements. */
    PostgresqlColumnOptionSql(PostgresqlCompiler compiler, Schema schema) {
        this.compiler = compiler;
        this.schema = schema;
    }

    /** The words behind {@code alter table}; an option without a value is what it would be if nobody had said it. */
    String alter(Name table, PostgresqlColumnOptions option, @Nullable String value) {
        return switch (option.word()) {
            case PostgresqlColumnOptions.STORAGE ->
                change(table, option, "set storage " + (value == null ? usualStorage(table, option.column()) : value));
            case PostgresqlColumnOptions.COMPRESSION ->
                change(table, option, "set compression " + (value == null ? "default" : value));
            case PostgresqlColumnOptions.STATISTICS ->
                only(table, option, "set statistics " + (value == null ? "-1" : value));
            case PostgresqlColumnOptions.NOT_NULL ->
                only(table, option, (value == null ? "drop" : "set") + " not null");
            case PostgresqlColumnOptions.DEFAULT ->
                only(table, option, defaultWords(value == null ? inheritedDefault(table, option.column()) : value));
            default -> only(table, option, parameter(option.word(), value));
        };
    }

    private static String parameter(String name, @Nullable String value) {
        String quoted = PostgresqlDialect.quoted(name);
        return value == null
                ? "reset (" + quoted + ")"
                : "set (" + quoted + " = " + PostgresqlDialect.literalOf(value) + ")";
    }

    private static String defaultWords(String expression) {
        return expression.isEmpty() ? "drop default" : "set default " + expression;
    }

    private String change(Name table, PostgresqlColumnOptions option, String words) {
        return compiler.nameOf(table) + " alter column " + compiler.quoted(option.column()) + " " + words;
    }

    private String only(Name table, PostgresqlColumnOptions option, String words) {
        return "only " + change(table, option, words);
    }

    private String usualStorage(Name table, String column) {
        return inherited(table, column)
                .map(name -> schema.tables().get(name))
                .map(parent -> parent.options().get(PostgresqlColumnOptions.STORAGE + "(" + column + ")"))
                .orElseGet(() -> KEPT_IN_THE_ROW.contains(typeOf(table, column)) ? "main" : "extended");
    }

    private String typeOf(Name table, String column) {
        Name holder = inherited(table, column).orElse(table);
        return Optional.ofNullable(schema.tables().get(holder))
                .flatMap(found -> found.column(column))
                .map(found -> found.type().arrayDimensions() > 0
                        ? ""
                        : found.type().name().name())
                .orElse("");
    }

    private String inheritedDefault(Name table, String column) {
        return inherited(table, column)
                .flatMap(name -> schema.table(name).flatMap(parent -> parent.column(column)))
                .map(Column::value)
                .filter(value -> value instanceof ColumnValue.Literal || value instanceof ColumnValue.Expression)
                .map(compiler::defaultOf)
                .orElse("");
    }

    /** The nearest table above that has the column of its own. */
    private Optional<Name> inherited(Name name, String column) {
        Table table = schema.tables().get(name);
        if (table == null) {
            return Optional.empty();
        }
        for (Name parent : new PostgresqlRules().parents(table)) {
            Optional<Name> holder =
                    schema.table(parent).flatMap(found -> found.column(column)).isPresent()
                            ? Optional.of(parent)
                            : inherited(parent, column);
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }
}
