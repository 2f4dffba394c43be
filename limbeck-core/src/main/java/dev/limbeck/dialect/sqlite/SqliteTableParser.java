// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Expressions;
import dev.limbeck.dialect.sqlite.SqliteLayout.ConstraintPlace;
import dev.limbeck.dialect.sqlite.SqliteLayout.PartKind;
import dev.limbeck.dialect.sqlite.SqliteLayout.Range;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.List;
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
    private final List<SqliteLayout.Item> items = new ArrayList<>();
    /** The place of each of the constraints, in their order. */
    private final List<ConstraintPlace> places = new ArrayList<>();
    /** The parts of the column that is being read. */
    private final List<SqliteLayout.Part> parts = new ArrayList<>();

    private @Nullable String constraintName;
    /** Where the constraint or the part begins that is being read, its name included. */
    private int begin;

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
        int nameEnd = tokens.end();
        int open = tokens.start();
        tokens.expect("(");
        do {
            item();
        } while (tokens.accept(","));
        int close = tokens.start();
        tokens.expect(")");
        options();
        return new SqliteTableSql(
                List.copyOf(columns),
                constraints.stream().map(this::withDeclaredColumns).toList(),
                options,
                new SqliteLayout(tokens.sql(), nameEnd, open, close, List.copyOf(items), List.copyOf(places)));
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

    private void item() {
        int start = tokens.start();
        int first = constraints.size();
        constraintName = null;
        SqliteLayout.ColumnPlace column = null;
        if (atTableConstraint()) {
            tableConstraints();
        } else {
            column = column();
        }
        Range range = new Range(start, tokens.end());
        items.add(new SqliteLayout.Item(range, tokens.start(), column, first, constraints.size() - first));
    }

    private boolean atTableConstraint() {
        return tokens.at("constraint")
                || tokens.at("primary")
                || tokens.at("unique")
                || tokens.at("check")
                || tokens.at("foreign");
    }

    private SqliteLayout.ColumnPlace column() {
        String name = tokens.name();
        int nameEnd = tokens.end();
        List<SqliteToken> type = type();
        Column column = Column.of(name, SqliteTypes.parse(type));
        parts.clear();
        if (!type.isEmpty()) {
            begin = type.get(0).start();
            part(PartKind.TYPE);
        }
        while (!tokens.at(",") && !tokens.at(")")) {
            beginPart();
            if (!tokens.at(",") && !tokens.at(")") && !columnConstraint(name)) {
                column = columnPart(column);
            }
        }
        columns.add(column);
        return new SqliteLayout.ColumnPlace(name, nameEnd, List.copyOf(parts));
    }

    private List<SqliteToken> type() {
        List<SqliteToken> type = new ArrayList<>();
        while (!tokens.at(",") && !tokens.at(")") && !atColumnConstraint()) {
            if (tokens.at("(")) {
                type.addAll(tokens.withParentheses());
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

    /** Notes where a constraint or a part begins, and the names in front of it, of which the last one counts. */
    private void beginPart() {
        begin = tokens.start();
        constraintName = null;
        while (tokens.accept("constraint")) {
            constraintName = tokens.name();
        }
    }

    /** A constraint that could stand behind the columns as well. */
    private boolean columnConstraint(String column) {
        if (tokens.accept("primary", "key")) {
            tokens.accept("asc");
            tokens.accept("desc");
            onConflict();
            Range word = autoincrement();
            add(new Constraint.PrimaryKey(constraintName, List.of(column)), word);
        } else if (tokens.accept("unique")) {
            onConflict();
            add(Constraint.Unique.of(constraintName, List.of(column)), null);
        } else if (tokens.at("check")) {
            check();
        } else if (tokens.accept("references")) {
            add(SqliteForeignKeySql.read(tokens, constraintName, List.of(column)), null);
        } else {
            return deferral();
        }
        return true;
    }

    private Column columnPart(Column column) {
        if (tokens.accept("default")) {
            Column changed = column.withValue(defaultValue());
            part(PartKind.VALUE);
            return changed;
        }
        if (tokens.accept("not", "null")) {
            onConflict();
            part(PartKind.NOT_NULL);
            return column.withNullable(false);
        }
        if (tokens.accept("null")) {
            onConflict();
            return column;
        }
        if (tokens.accept("collate")) {
            Column changed = column.withCollation(tokens.name());
            part(PartKind.COLLATION);
            return changed;
        }
        if (tokens.accept("generated", "always", "as") || tokens.accept("as")) {
            String expression = SqliteToken.join(tokens.parenthesized());
            boolean stored = tokens.accept("stored");
            tokens.accept("virtual");
            part(PartKind.VALUE);
            return column.withValue(new ColumnValue.Generated(expression, stored));
        }
        throw tokens.unexpected("a part of column " + column.name());
    }

    private void part(PartKind kind) {
        parts.add(new SqliteLayout.Part(kind, new Range(begin, tokens.end())));
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
        while (atTableConstraint()) {
            beginPart();
            if (tokens.accept("primary", "key")) {
                Range[] word = new Range[1];
                List<String> key = keyColumns(word);
                onConflict();
                add(new Constraint.PrimaryKey(constraintName, key), word[0]);
            } else if (tokens.accept("unique")) {
                List<String> unique = keyColumns(new Range[1]);
                onConflict();
                add(Constraint.Unique.of(constraintName, unique), null);
            } else if (tokens.accept("foreign", "key")) {
                List<String> own = SqliteForeignKeySql.names(tokens.items());
                tokens.expect("references");
                add(SqliteForeignKeySql.read(tokens, constraintName, own), null);
            } else if (!tokens.at(",") && !tokens.at(")")) {
                check();
            }
            deferral();
        }
    }

    /** The columns of a key, which may say how its index sorts. */
    private List<String> keyColumns(Range[] autoincrement) {
        List<String> names = new ArrayList<>();
        for (List<SqliteToken> item : tokens.items()) {
            SqliteToken last = item.get(item.size() - 1);
            boolean counts = item.size() > 1 && last.is(SqliteTableSql.AUTOINCREMENT);
            if (counts) {
                options.put(SqliteTableSql.AUTOINCREMENT, "");
            }
            autoincrement[0] = new Range(counts ? last.start() : last.end(), last.end());
            names.add(item.get(0).value());
        }
        return names;
    }

    private Range autoincrement() {
        int end = tokens.end();
        if (!tokens.accept(SqliteTableSql.AUTOINCREMENT)) {
            return new Range(end, end);
        }
        options.put(SqliteTableSql.AUTOINCREMENT, "");
        return new Range(tokens.end() - SqliteTableSql.AUTOINCREMENT.length(), tokens.end());
    }

    private void check() {
        tokens.expect("check");
        String expression = Expressions.bare(SqliteToken.join(tokens.parenthesized()));
        onConflict();
        add(new Constraint.Check(constraintName, expression), null);
    }

    private void add(Constraint constraint, @Nullable Range autoincrement) {
        constraints.add(constraint);
        places.add(new ConstraintPlace(List.of(new Range(begin, tokens.end())), autoincrement));
    }

    /** Says of the last foreign key when it is checked. */
    private boolean deferral() {
        int start = tokens.start();
        boolean never = tokens.accept("not", "deferrable");
        if (!never && !tokens.accept("deferrable")) {
            return false;
        }
        Constraint.Deferral deferral = SqliteForeignKeySql.deferral(tokens, never);
        for (int last = constraints.size() - 1; last >= 0; last--) {
            if (constraints.get(last) instanceof ForeignKey key) {
                constraints.set(last, SqliteForeignKeySql.with(key, deferral));
                places.set(last, places.get(last).plus(new Range(start, tokens.end())));
                break;
            }
        }
        return true;
    }

    private void onConflict() {
        if (tokens.accept("on", "conflict")) {
            tokens.name();
        }
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
