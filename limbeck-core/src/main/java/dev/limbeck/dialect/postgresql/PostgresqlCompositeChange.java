// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The statements that give a composite type other attributes. The server alters it, but for the types of attributes while
 * rows have it, and for their order: it is made anew then.
 */
final class PostgresqlCompositeChange {
    private final PostgresqlCompiler compiler;
    private final Schema schema;
    private final CodeObject wanted;
    private final PostgresqlComposite before;
    private final PostgresqlComposite after;

    private PostgresqlCompositeChange(
            PostgresqlCompiler compiler,
            Schema schema,
            CodeObject wanted,
            PostgresqlComposite before,
            PostgresqlComposite after) {
        this.compiler = compiler;
        this.schema = schema;
        this.wanted = wanted;
        this.before = before;
        this.after = after;
    }

    /** The change of one composite type into another; nothing where one of them is none. */
    static Optional<PostgresqlCompositeChange> of(
            PostgresqlCompiler compiler, Operation.ReplaceCode operation, Current current) {
        CodeObject object = operation.object();
        Schema schema = current.schema();
        return Optional.ofNullable(operation.before() == null ? schema.code().get(object.key()) : operation.before())
                .flatMap(old -> PostgresqlComposite.parse(old.definition()))
                .flatMap(old -> PostgresqlComposite.parse(object.definition())
                        .map(now -> new PostgresqlCompositeChange(compiler, schema, object, old, now)));
    }

    List<Statement> statements() {
        Name type = wanted.key().name();
        Optional<String> changes = before.changes(after);
        if (changes.isPresent() && !(before.isRetyped(after) && isStored(type))) {
            return List.of(Statement.of("alter type " + PostgresqlCompiler.typeName(type) + " " + changes.get()));
        }
        List<String> obstacles = new PostgresqlTypeUse(type, schema)
                .obstacles().stream()
                        .filter(obstacle -> !obstacle.equals(wanted.key().kind().label() + " " + wanted.key()))
                        .toList();
        if (!obstacles.isEmpty()) {
            throw compiler.refuse(
                    "change the attributes of the type " + type + " while " + String.join(", ", obstacles)
                            + " hold(s) on to it",
                    "Drop that before and create it again afterwards");
        }
        return new PostgresqlTypeMove(compiler, schema, this::converted)
                .statements(type, new Operation.CreateCode(wanted), List.of());
    }

    private boolean isStored(Name type) {
        return schema.tables().values().stream()
                        .anyMatch(
                                table -> !PostgresqlTypeUse.columns(type, table).isEmpty())
                || schema.domains().values().stream()
                        .anyMatch(domain -> domain.type().name().equals(type))
                || schema.dependencies().on(Dependencies.type(type)).stream()
                        .anyMatch(user -> user.startsWith(CodeObject.Kind.MATERIALIZED_VIEW.label()));
    }

    private String converted(Column column) {
        String name = PostgresqlDialect.quoted(column.name());
        if (column.type().arrayDimensions() == 0) {
            return before.row(name, after, PostgresqlTypes.sql(column.type()));
        }
        if (!before.hasSameNames(after)) {
            throw compiler.refuse(
                    "give the type " + wanted.key().name() + " attributes in another order while column "
                            + column.name() + " is an array of it",
                    "Move the values into a column of another type first");
        }
        return name + "::text";
    }
}
