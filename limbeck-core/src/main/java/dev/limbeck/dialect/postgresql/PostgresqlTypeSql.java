// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import java.util.ArrayList;
import java.util.List;

/** The statements for extensions and domains. */
final class PostgresqlTypeSql {
    private final PostgresqlCompiler compiler;
    private final Current current;

    PostgresqlTypeSql(PostgresqlCompiler compiler, Current current) {
        this.compiler = compiler;
        this.current = current;
    }

    /** A scratch database may have it already, where only an administrator may create it. */
    List<Statement> createExtension(Operation.CreateExtension operation) {
        Extension extension = operation.extension();
        SqlWriter writer =
                new SqlWriter().word("create extension if not exists").word(PostgresqlDialect.quoted(extension.name()));
        if (extension.schema() != null) {
            writer.word("schema").word(PostgresqlDialect.quoted(extension.schema()));
        }
        if (operation.version() != null) {
            writer.word("version").word(compiler.literalOf(operation.version()));
        }
        return List.of(writer.statement());
    }

    List<Statement> updateExtension(Operation.UpdateExtension operation) {
        return List.of(Statement.of("alter extension " + PostgresqlDialect.quoted(operation.name()) + " update"
                + (operation.version() == null ? "" : " to " + compiler.literalOf(operation.version()))));
    }

    List<Statement> createDomain(Domain domain) {
        String name = PostgresqlCompiler.typeName(domain.name());
        SqlWriter writer =
                new SqlWriter().word("create domain").word(name).word("as").word(PostgresqlTypes.sql(domain.type()));
        if (domain.collation() != null) {
            writer.word("collate").word(PostgresqlDialect.quoted(domain.collation()));
        }
        if (domain.value() != null) {
            writer.word("default").word(compiler.defaultOf(domain.value()));
        }
        writer.wordIf(!domain.nullable(), "not null");
        domain.checks().stream()
                .filter(check -> !check.notValid())
                .forEach(check -> writer.word(compiler.constraintOf(check)));
        List<Statement> statements = new ArrayList<>(List.of(writer.statement()));
        domain.checks().stream()
                .filter(Constraint.Check::notValid)
                .forEach(check -> statements.add(Statement.of("alter domain " + name + " " + addition(check))));
        if (domain.value() == null && isOverDomain(domain)) {
            // The server copied the default of the one below.
            statements.add(Statement.of("alter domain " + name + " drop default"));
        }
        if (domain.comment() != null) {
            statements.add(compiler.comment("domain", name, domain.comment()));
        }
        return statements;
    }

    private boolean isOverDomain(Domain domain) {
        boolean isOwnType = PostgresqlTypes.Family.of(domain.type()) == PostgresqlTypes.Family.OTHER;
        return isOwnType && current.schema().domains().containsKey(domain.type().name());
    }

    List<Statement> alterDomain(Operation.AlterDomain operation) {
        DomainChange change = operation.change();
        if (change.isMadeAnew()) {
            return new PostgresqlDomainChange(compiler, current.schema()).statements(operation);
        }
        String name = PostgresqlCompiler.typeName(operation.domain());
        List<String> words = new ArrayList<>();
        change.droppedChecks().forEach(check -> words.add("drop constraint " + compiler.quoted(check)));
        change.newChecks().forEach(check -> words.add(addition(check)));
        if (change.newValue().changes()) {
            words.add(
                    change.newValue().value() == null
                            ? "drop default"
                            : "set default "
                                    + compiler.defaultOf(change.newValue().value()));
        }
        if (change.newNullable() != null) {
            words.add(change.newNullable() ? "drop not null" : "set not null");
        }
        List<Statement> statements = new ArrayList<>();
        words.forEach(word -> statements.add(Statement.of("alter domain " + name + " " + word)));
        if (change.newComment().changes()) {
            statements.add(compiler.comment("domain", name, change.newComment().value()));
        }
        return statements;
    }

    private String addition(Constraint.Check check) {
        return "add " + compiler.constraintOf(check) + (check.notValid() ? " not valid" : "");
    }
}
