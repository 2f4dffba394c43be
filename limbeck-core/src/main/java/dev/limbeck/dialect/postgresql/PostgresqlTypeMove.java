// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The statements by which another type takes the name of one that columns have.
 *
 * <p>Every column moves over, and so do the domains that are made of it. What mentions the type by its text and would keep
 * hold of the old one, that is defaults, checks, partial and expression indexes, and foreign keys between such columns, is
 * dropped before and made again afterwards, and so are views and whatever else hangs on it by the database's own account.
 */
final class PostgresqlTypeMove {

    /** Put in front, for the server cuts what is too long at the end, and the two names must differ. */
    private static final String OLD = "old__";

    private final PostgresqlCompiler compiler;
    private final Schema schema;
    private final Function<Column, String> neutral;

    /**
     * For the types of a schema.
     *
     * @param neutral a column's old value as one that can be cast to its new type
     */
    PostgresqlTypeMove(PostgresqlCompiler compiler, Schema schema, Function<Column, String> neutral) {
        this.compiler = compiler;
        this.schema = schema;
        this.neutral = neutral;
    }

    /** Makes a type anew; what is to be dropped besides comes back, too. */
    List<Statement> statements(Name type, Operation create, List<Operation> besides) {
        Map<Name, Operation> made = new LinkedHashMap<>();
        addMadeOf(type, create, made);
        List<Name> types = new ArrayList<>(made.keySet());
        Collections.reverse(types);
        List<Operation> creations = types.stream().map(made::get).toList();
        List<Operation> dropped = new ArrayList<>(hangers(types));
        dropped.addAll(dependents(types));
        dropped.addAll(besides);
        List<Statement> statements = new ArrayList<>();
        dropped.forEach(drop -> statements.addAll(drop.accept(compiler)));
        for (int i = 0; i < types.size(); i++) {
            Name each = types.get(i);
            statements.add(Statement.of("alter " + words(each, each) + " rename to "
                    + PostgresqlDialect.quoted(old(each).name())));
            statements.addAll(creations.get(i).accept(compiler));
        }
        for (Table table : schema.tables().values()) {
            for (Column column : users(types, table)) {
                statements.addAll(move(table, column, types));
            }
        }
        for (int i = types.size() - 1; i >= 0; i--) {
            statements.add(Statement.of("drop " + words(types.get(i), old(types.get(i)))));
        }
        Operation.reverseAll(dropped).forEach(restore -> statements.addAll(restore.accept(compiler)));
        types.forEach(each -> statements.addAll(comments(each, dropped)));
        return statements;
    }

    /** The kind of a type, and the name that it has by now. */
    private String words(Name type, Name name) {
        return (schema.domains().containsKey(type) ? "domain " : "type ") + PostgresqlCompiler.typeName(name);
    }

    private static Name old(Name type) {
        return type.withName(OLD + type.name());
    }

    /** Adds a type behind all domains and composite types that are made of it. */
    private void addMadeOf(Name type, Operation create, Map<Name, Operation> made) {
        for (Domain domain : schema.domains().values()) {
            if (domain.type().name().equals(type) && !made.containsKey(domain.name())) {
                addMadeOf(domain.name(), new Operation.CreateDomain(domain), made);
            }
        }
        for (CodeObject object : schema.code().values()) {
            Name name = object.key().name();
            boolean isMadeOf =
                    schema.dependencies().of(Dependencies.code(object.key())).contains(Dependencies.type(type));
            if (isMadeOf && composite(object).isPresent() && !made.containsKey(name)) {
                addMadeOf(name, new Operation.CreateCode(object), made);
            }
        }
        made.put(type, create);
    }

    /** The attributes of a composite type; nothing where something else is kept as a text. */
    static Optional<PostgresqlComposite> composite(CodeObject object) {
        return object.key().kind() == CodeObject.Kind.TYPE
                ? PostgresqlComposite.parse(object.definition())
                : Optional.empty();
    }

    /** Views and the like, and what is said of the types themselves. */
    private List<Operation.DropCode> hangers(List<Name> types) {
        List<String> things =
                new ArrayList<>(types.stream().map(Dependencies::type).toList());
        for (Table table : schema.tables().values()) {
            users(types, table).forEach(column -> things.add(Dependencies.column(table.name(), column.name())));
        }
        // A composite type is code itself.
        return PostgresqlHangers.on(things, schema).stream()
                .filter(drop -> drop.key().kind() != CodeObject.Kind.TYPE
                        || !types.contains(drop.key().name()))
                .toList();
    }

    private List<Statement> move(Table table, Column column, List<Name> types) {
        DataType wanted = column.type();
        Optional<PostgresqlComposite> attributes = schema.code().values().stream()
                .filter(object -> object.key().name().equals(wanted.name())
                        && !wanted.name().equals(types.get(0)))
                .flatMap(object -> composite(object).stream())
                .findFirst();
        String old = attributes.map(known -> rebuilt(known, column, types)).orElseGet(() -> neutral.apply(column));
        String using = old + "::" + PostgresqlTypes.sql(wanted);
        List<Statement> statements = new ArrayList<>();
        ColumnValue value = column.value();
        if (value != null) {
            statements.addAll(alter(table, column, "drop default"));
        }
        statements.addAll(alter(table, column, "set data type " + PostgresqlTypes.sql(wanted) + " using " + using));
        if (value != null) {
            statements.addAll(alter(table, column, "set default " + compiler.defaultOf(value)));
        }
        return statements;
    }

    /** A value whose attributes get their new types; an array of them is read from its text. */
    private static String rebuilt(PostgresqlComposite attributes, Column column, List<Name> types) {
        String name = PostgresqlDialect.quoted(column.name());
        return column.type().arrayDimensions() > 0
                ? name + "::text"
                : attributes.row(
                        name,
                        words -> types.stream().anyMatch(type -> isOf(type, words)),
                        PostgresqlTypes.sql(column.type()));
    }

    /** Whether the words for an attribute say that it is of a type, or an array of it. */
    private static boolean isOf(Name type, String words) {
        String name = PostgresqlCompiler.typeName(type);
        return words.equals(name) || words.startsWith(name + "[") || words.startsWith(name + " ");
    }

    private List<Statement> alter(Table table, Column column, String words) {
        return compiler.change(new Operation.AlterColumn(table.name(), column.name(), ColumnChange.NONE, null), words);
    }

    private static List<Column> users(List<Name> types, Table table) {
        return table.columns().stream()
                .filter(column -> types.contains(column.type().name()))
                .toList();
    }

    /** Drops of what mentions a type or a column of it; foreign keys first, for they hang on keys. */
    private List<Operation> dependents(List<Name> types) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> others = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            List<Column> users = users(types, table);
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (users.stream().anyMatch(column -> key.columns().contains(column.name()))) {
                    drops.add(new Operation.DropConstraint(table.name(), key.name(), key));
                }
            }
            List<String> words = Stream.concat(
                            types.stream().map(Name::name), users.stream().map(Column::name))
                    .toList();
            table.constraints(Constraint.Check.class)
                    .filter(check -> words.stream().anyMatch(check.expression()::contains))
                    .forEach(check -> others.add(new Operation.DropConstraint(table.name(), check.name(), check)));
            table.indexes().stream()
                    .filter(index ->
                            texts(index).anyMatch(text -> words.stream().anyMatch(text::contains)))
                    .forEach(index -> others.add(new Operation.DropIndex(table.name(), index.name(), index)));
        }
        drops.addAll(others);
        return drops;
    }

    private static Stream<String> texts(Index index) {
        Stream<String> expressions =
                index.parts().stream().filter(Index.Part::expression).map(Index.Part::text);
        return Stream.concat(expressions, Stream.ofNullable(index.where()));
    }

    /** They went with the old type; that of a domain is part of it. */
    private List<Statement> comments(Name type, List<Operation> restored) {
        String subject = PostgresqlCompiler.typeName(type);
        return schema.code().values().stream()
                .filter(object -> object.key().kind() == CodeObject.Kind.COMMENT)
                .filter(object -> object.key().toString().equals("type " + subject)
                        || object.key().toString().startsWith("column " + subject + ".")
                        || object.key().toString().endsWith(" on domain " + subject))
                .filter(object -> !restored.contains(new Operation.DropCode(object.key(), object)))
                .flatMap(object -> new Operation.CreateCode(object).accept(compiler).stream())
                .toList();
    }
}
