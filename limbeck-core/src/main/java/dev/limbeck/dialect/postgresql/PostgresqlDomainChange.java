// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Schema;
import java.util.List;

/** The statements that give a domain another type or collation, which the server cannot: it is made anew. */
final class PostgresqlDomainChange {
    private final PostgresqlCompiler compiler;
    private final Schema schema;

    PostgresqlDomainChange(PostgresqlCompiler compiler, Schema schema) {
        this.compiler = compiler;
        this.schema = schema;
    }

    List<Statement> statements(Operation.AlterDomain operation) {
        Domain before = schema.domains().get(operation.domain());
        if (before == null) {
            throw compiler.refuse(
                    "alter the domain " + operation.domain() + ", which does not exist", "Correct its name");
        }
        Domain after = operation.change().apply(before);
        List<String> obstacles = new PostgresqlTypeUse(before.name(), schema).obstacles();
        if (!obstacles.isEmpty()) {
            throw compiler.refuse(
                    "change the type or collation of the domain " + before.name() + " while "
                            + String.join(", ", obstacles) + " hold(s) on to it",
                    "Drop that before and create it again afterwards");
        }
        return new PostgresqlTypeMove(compiler, schema, column -> converted(column, before, after))
                .statements(before.name(), new Operation.CreateDomain(after), List.of());
    }

    private static String converted(Column column, Domain before, Domain after) {
        DataType old = below(column, before);
        DataType now = below(column, after);
        return new PostgresqlRules()
                .conversion(column.withType(old), column.withType(now))
                .orElseGet(() -> PostgresqlDialect.quoted(column.name()) + "::" + PostgresqlTypes.sql(now));
    }

    private static DataType below(Column column, Domain domain) {
        DataType type = domain.type();
        for (int i = 0; i < column.type().arrayDimensions(); i++) {
            type = type.array();
        }
        return type;
    }
}
