// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Expressions;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Constraint.Action;
import dev.limbeck.schema.Constraint.Deferral;
import dev.limbeck.schema.Constraint.ForeignKey;
import dev.limbeck.schema.Constraint.Match;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code create table} by the grammar of {@code https://sqlite.org/lang_createtable.html}, and by what SQLite
 * accepts beyond it: constraints without a comma between them, and a constraint's name without a constraint.
 */
final class SqliteTableParser {
    private final SqliteTokens tokens;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final SortedMap<String, String> options = new TreeMap<>();
    private final List<String> unmodelled = new ArrayList<>();
    private @Nullable String constraintName;

    SqliteTableParser(String sql) {
        tokens = new SqliteTokens(sql);
    }

    SqliteTableSql parse() {
        tokens.expect("create");
        tokens.expect("table");
        tokens.accept("if", "not", "exists");
        tokens.name();
        if (tokens.accept(".")) {
            tokens.name();
        }
        tokens.expect("(");
        do {
            if (atTableConstraint()) {
                tableConstraints();
            } else {
                column();
            }
        } while (tokens.accept(","));
        tokens.expect(")");
        options();
        return new SqliteTableSql(
                List.copyOf(columns),
                constraints.stream().map(this::withDeclaredColumns).toList(),
                options,
                List.copyOf(unmodelled));
    }

    private void options() {
        while (!tokens.atEnd()) {
            if (tokens.accept("strict")) {
                options.put(SqliteTableSql.STRICT, "");
            } else if (tokens.accept("without", "rowid")) {
                options.put(SqliteTableSql.WITHOUT_ROWID, "");
            } else if (!tokens.accept(",")) {
                throw tokens.unexpected("an option of the table");
            }
        }
    }

    private boolean atTableConstraint() {
        return tokens.at("constraint")
                || tokens.at("primary")
                || tokens.at("unique")
                || tokens.at("check")
                || tokens.at("foreign");
    }

    private void column() {
        String name = tokens.name();
        constraintName = null;
        Column column = Column.of(name, SqliteTypes.parse(type()));
        while (!tokens.at(",") && !tokens.at(")")) {
            if (!columnConstraint(name)) {
                column = columnPart(column);
            }
        }
        columns.add(column);
    }

    private List<SqliteToken> type() {
        List<SqliteToken> type = new ArrayList<>();
        while (!tokens.at(",") && !tokens.at(")") && !atColumnConstraint()) {
            if (tokens.at("(")) {
                type.add(new SqliteToken(SqliteToken.Kind.SYMBOL, "(", "(", false));
                type.addAll(tokens.parenthesized());
                type.add(new SqliteToken(SqliteToken.Kind.SYMBOL, ")", ")", false));
                return type;
            }
            type.add(tokens.next());
        }
        return type;
    }

    private boolean atColumnConstraint() {
        return atTableConstraint()
                || tokens.at("default")
                || tokens.at("not")
                || tokens.at("null")
                || tokens.at("references")
                || tokens.at("deferrable")
                || tokens.at("collate")
                || tokens.at("as")
                || tokens.at("generated", "always");
    }

    /** A constraint that could stand behind the columns as well. */
    private boolean columnConstraint(String column) {
        if (tokens.accept("constraint")) {
            constraintName = tokens.name();
        } else if (tokens.accept("primary", "key")) {
            if (tokens.accept("desc")) {
                unmodelled.add("primary key desc of column " + column);
            }
            tokens.accept("asc");
            constraints.add(new Constraint.PrimaryKey(takeName(), List.of(column)));
            onConflict("primary key");
            autoincrement();
        } else if (tokens.accept("unique")) {
            constraints.add(Constraint.Unique.of(takeName(), List.of(column)));
            onConflict("unique (" + column + ")");
        } else if (tokens.at("check")) {
            check();
        } else if (tokens.at("references")) {
            foreignKey(List.of(column));
        } else {
            return deferral();
        }
        return true;
    }

    private Column columnPart(Column column) {
        if (tokens.accept("default")) {
            return column.withValue(defaultValue());
        }
        if (tokens.accept("not", "null")) {
            onConflict("not null of column " + column.name());
            return column.withNullable(false);
        }
        if (tokens.accept("null")) {
            onConflict("null of column " + column.name());
            return column;
        }
        if (tokens.accept("collate")) {
            return column.withCollation(tokens.name());
        }
        if (tokens.accept("generated", "always", "as") || tokens.accept("as")) {
            String expression = SqliteToken.join(tokens.parenthesized());
            boolean stored = tokens.accept("stored");
            tokens.accept("virtual");
            return column.withValue(new ColumnValue.Generated(expression, stored));
        }
        throw tokens.unexpected("a part of column " + column.name());
    }

    private @Nullable ColumnValue defaultValue() {
        if (tokens.at("(")) {
            return SqliteDefaults.parse(SqliteToken.unwrap(tokens.parenthesized()));
        }
        List<SqliteToken> value = new ArrayList<>();
        if (tokens.at("+") || tokens.at("-")) {
            value.add(tokens.next());
        }
        value.add(tokens.next());
        return SqliteDefaults.parseTerm(value);
    }

    private void tableConstraints() {
        constraintName = null;
        while (atTableConstraint()) {
            if (tokens.accept("constraint")) {
                constraintName = tokens.name();
            } else if (tokens.accept("primary", "key")) {
                constraints.add(new Constraint.PrimaryKey(takeName(), keyColumns("primary key")));
                onConflict("primary key");
            } else if (tokens.accept("unique")) {
                List<String> unique = keyColumns("unique");
                constraints.add(Constraint.Unique.of(takeName(), unique));
                onConflict("unique (" + String.join(", ", unique) + ")");
            } else if (tokens.accept("foreign", "key")) {
                foreignKey(names(tokens.items()));
            } else {
                check();
            }
            deferral();
        }
    }

    /** The columns of a key, which may say how its index sorts. */
    private List<String> keyColumns(String kind) {
        List<String> names = new ArrayList<>();
        for (List<SqliteToken> item : tokens.items()) {
            List<SqliteToken> part = item;
            if (part.get(part.size() - 1).is(SqliteTableSql.AUTOINCREMENT)) {
                options.put(SqliteTableSql.AUTOINCREMENT, "");
                part = part.subList(0, part.size() - 1);
            }
            names.add(part.get(0).value());
            if (part.size() > 1 && !(part.size() == 2 && part.get(1).is("asc"))) {
                unmodelled.add(kind + " (" + SqliteToken.join(part) + ")");
            }
        }
        return names;
    }

    private void autoincrement() {
        if (tokens.accept(SqliteTableSql.AUTOINCREMENT)) {
            options.put(SqliteTableSql.AUTOINCREMENT, "");
        }
    }

    private void check() {
        tokens.expect("check");
        String expression = Expressions.bare(SqliteToken.join(tokens.parenthesized()));
        constraints.add(new Constraint.Check(takeName(), expression));
        onConflict("check (" + expression + ")");
    }

    private void foreignKey(List<String> own) {
        tokens.expect("references");
        Name references = Name.of(tokens.name());
        List<String> referenced = tokens.at("(") ? names(tokens.items()) : List.of();
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        Match match = Match.SIMPLE;
        while (tokens.at("on") || tokens.at("match")) {
            if (tokens.accept("match")) {
                match = tokens.name().equalsIgnoreCase("full") ? Match.FULL : Match.SIMPLE;
            } else if (tokens.accept("on", "delete")) {
                onDelete = action();
            } else if (tokens.accept("on", "update")) {
                onUpdate = action();
            } else {
                tokens.expect("on", "insert");
                action();
            }
        }
        constraints.add(new ForeignKey(
                takeName(), own, references, referenced, onDelete, onUpdate, match, Deferral.NOT_DEFERRABLE));
    }

    private Action action() {
        for (Action action : Action.values()) {
            if (tokens.accept(action.sql().split(" ", -1))) {
                return action;
            }
        }
        throw tokens.unexpected("what a foreign key does");
    }

    /** Says of the last foreign key when it is checked. */
    private boolean deferral() {
        boolean never = tokens.accept("not", "deferrable");
        if (!never && !tokens.accept("deferrable")) {
            return false;
        }
        boolean deferred = tokens.accept("initially", "deferred");
        if (!deferred) {
            tokens.accept("initially", "immediate");
        }
        int last = constraints.size() - 1;
        while (last >= 0 && !(constraints.get(last) instanceof ForeignKey)) {
            last--;
        }
        if (last >= 0 && !never && constraints.get(last) instanceof ForeignKey key) {
            constraints.set(last, deferred(key, deferred));
        }
        return true;
    }

    private static ForeignKey deferred(ForeignKey key, boolean deferred) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.references(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE);
    }

    private void onConflict(String what) {
        if (tokens.accept("on", "conflict")) {
            String how = tokens.name().toLowerCase(Locale.ROOT);
            if (!how.equals("abort")) {
                unmodelled.add("on conflict " + how + " (" + what + ")");
            }
        }
    }

    private @Nullable String takeName() {
        String name = constraintName;
        constraintName = null;
        return name;
    }

    private static List<String> names(List<List<SqliteToken>> items) {
        return items.stream().map(item -> item.get(0).value()).toList();
    }

    private Constraint withDeclaredColumns(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<Constraint>() {
            @Override
            public Constraint primaryKey(Constraint.PrimaryKey key) {
                return new Constraint.PrimaryKey(key.name(), declared(key.columns()));
            }

            @Override
            public Constraint unique(Constraint.Unique unique) {
                return Constraint.Unique.of(unique.name(), declared(unique.columns()));
            }

            @Override
            public Constraint foreignKey(ForeignKey key) {
                return key.withColumns(declared(key.columns()));
            }

            @Override
            public Constraint check(Constraint.Check check) {
                return check;
            }

            @Override
            public Constraint exclusion(Constraint.Exclusion exclusion) {
                throw new AssertionError(exclusion);
            }
        });
    }

    private List<String> declared(List<String> names) {
        List<String> spelled = columns.stream().map(Column::name).toList();
        return names.stream().map(name -> SqliteNames.spelled(name, spelled)).toList();
    }
}
