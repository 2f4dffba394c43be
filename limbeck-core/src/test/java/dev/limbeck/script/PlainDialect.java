// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.DdlCompiler;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.dialect.SqlSplitter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dialect that only writes and splits SQL, and remembers the schemas that it was shown. */
final class PlainDialect implements Dialect {
    private final List<Schema> seen = new ArrayList<>();

    /** What the database held before each operation that was compiled. */
    List<Schema> seen() {
        return seen;
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        seen.add(current.schema());
        List<Statement> statements = operation.accept(new DdlCompiler(this) {
            @Override
            protected String type(DataType type) {
                return type.toString();
            }
        });
        return operation instanceof Operation.CreateIndex
                ? statements.stream().map(Statement::outsideTransaction).toList()
                : statements;
    }

    @Override
    public List<ScriptStatement> split(String script) {
        return SqlSplitter.split(script, EnumSet.of(SqlSplitter.Option.DOLLAR_QUOTES));
    }

    @Override
    public String quote(String identifier) {
        return identifier.matches("[a-z_][a-z0-9_]*") ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String literal(@Nullable Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String label() {
        return "Plain";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return false;
    }

    @Override
    public Driver driver() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.COMMENTS);
    }

    @Override
    public List<Operation> arrange(List<Operation> operations) {
        return operations;
    }

    @Override
    public DiffRules diffRules() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schema reflect(Connection connection, Reflection wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Scratch openScratch(Database target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> guarded(String step, String condition, List<Statement> statements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void begin(Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void beforeCommit(Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunLock lock(Database database, LockRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectFailure classify(SQLException failure) {
        throw new UnsupportedOperationException();
    }
}
