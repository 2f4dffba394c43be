// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.sqlite.SqliteLayout.PartKind;
import dev.limbeck.dialect.sqlite.SqliteLayout.Range;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The text of a table's definition with its changes made, and everything else left as it is written: comments, and
 * what a {@link Table} does not hold, such as {@code on conflict} or the order in a key.
 */
final class SqliteDefinition {
    private final SqliteCompiler compiler;
    private final SqliteTableSql before;
    private final SqliteLayout layout;
    private final SqliteTarget target;
    /** The table with its changes, in the old columns' names. */
    private final Table table;

    SqliteDefinition(SqliteCompiler compiler, SqliteTableSql before, SqliteTarget target) {
        this.compiler = compiler;
        this.before = before;
        this.layout = before.layout();
        this.target = target;
        this.table = target.underOldNames();
    }

    /** The statement that creates the table under another name. */
    String under(Name name) {
        SqlitePieces pieces = SqlitePieces.of(layout);
        List<SqlitePieces.Piece> wanted = new ArrayList<>();
        for (Column column : table.columns()) {
            wanted.add(column(pieces, column));
        }
        for (int i = 0; i < layout.items().size(); i++) {
            SqliteLayout.Item item = layout.items().get(i);
            if (item.column() == null && (item.count() == 0 || keepsAny(item))) {
                wanted.add(edited(pieces.get(i), item, new Edits(item)));
            }
        }
        for (Constraint constraint : target.addedConstraints()) {
            if (!isWithItsColumn(constraint)) {
                wanted.add(pieces.added(compiler.constraintText(constraint)));
            }
        }
        return "create table " + compiler.quoted(name.name()) + layout.sql().substring(layout.nameEnd(), layout.open())
                + unqualified(pieces.join(wanted)) + options();
    }

    /** Without the table's name in front of its columns, which is another as long as the new table is not in its place. */
    private String unqualified(String items) {
        List<SqliteToken> tokens = SqliteToken.read(items);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).names(table.name().name()) && tokens.get(i + 1).is(".")) {
                text.append(items, from, tokens.get(i).start());
                from = tokens.get(i + 1).end();
            }
        }
        return text.append(items.substring(from)).toString();
    }

    private SqlitePieces.Piece column(SqlitePieces pieces, Column column) {
        for (int i = 0; i < layout.items().size(); i++) {
            SqliteLayout.Item item = layout.items().get(i);
            if (item.column() != null
                    && item.column().name().equals(column.name())
                    && target.kept().contains(column.name())) {
                Edits edits = new Edits(item);
                parts(item.column(), column, edits);
                return edited(pieces.get(i), item, edits);
            }
        }
        return pieces.added(compiler.columnText(table, column));
    }

    private void parts(SqliteLayout.ColumnPlace place, Column column, Edits edits) {
        Set<PartKind> altered = target.altered(column.name());
        if (altered.contains(PartKind.TYPE)) {
            String type = compiler.type(column.type());
            if (place.of(PartKind.TYPE).isEmpty()) {
                edits.put(new Range(place.nameEnd(), place.nameEnd()), type.isEmpty() ? "" : " " + type);
            } else {
                edits.replace(place.of(PartKind.TYPE), type);
            }
        }
        if (altered.contains(PartKind.COLLATION)) {
            String collation = column.collation();
            edits.replace(
                    place.of(PartKind.COLLATION), collation == null ? "" : "collate " + compiler.quoted(collation));
        }
        if (altered.contains(PartKind.VALUE)) {
            edits.replace(place.of(PartKind.VALUE), column.value() == null ? "" : compiler.valueText(column.value()));
        }
        List<Range> notNull = place.of(PartKind.NOT_NULL);
        if (column.nullable()) {
            edits.replace(notNull, "");
        } else if (notNull.isEmpty() && !isNeverNull(column)) {
            edits.append("not null");
        }
        target.addedConstraints().stream()
                .filter(constraint -> isWithItsColumn(constraint) && SqliteTypes.isRowid(table, column))
                .forEach(key -> edits.append(keyWord(key) + "primary key " + SqliteTableSql.AUTOINCREMENT));
    }

    /** The columns of a key that was there stay as they are written; the schema holds all of them to be not null. */
    private boolean isNeverNull(Column column) {
        boolean looser = before.options().containsKey(SqliteTableSql.WITHOUT_ROWID)
                && !table.options().containsKey(SqliteTableSql.WITHOUT_ROWID);
        boolean key = table.primaryKey()
                .filter(primary -> primary.columns().contains(column.name()))
                .isPresent();
        return SqliteTypes.isRowid(table, column) || (key && target.keepsKey() && !looser);
    }

    private String keyWord(Constraint key) {
        return key.name() == null ? "" : "constraint " + compiler.quoted(key.name()) + " ";
    }

    /** Autoincrement stands behind a column only. */
    private boolean isWithItsColumn(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey && SqliteCompiler.isAutoincrement(table);
    }

    private boolean keepsAny(SqliteLayout.Item item) {
        return places(item).stream().anyMatch(target::keepsConstraint);
    }

    private static List<Integer> places(SqliteLayout.Item item) {
        List<Integer> places = new ArrayList<>();
        for (int place = item.first(); place < item.first() + item.count(); place++) {
            places.add(place);
        }
        return places;
    }

    private SqlitePieces.Piece edited(SqlitePieces.Piece piece, SqliteLayout.Item item, Edits edits) {
        for (int place : places(item)) {
            SqliteLayout.ConstraintPlace constraint = layout.constraints().get(place);
            if (!target.keepsConstraint(place)) {
                constraint.ranges().forEach(range -> edits.put(range, ""));
            } else if (constraint.autoincrement() != null) {
                autoincrement(constraint.autoincrement(), edits);
            }
        }
        return piece.withBody(edits.apply());
    }

    private void autoincrement(Range word, Edits edits) {
        boolean wanted = SqliteCompiler.isAutoincrement(table);
        boolean there = word.end() > word.start();
        if (wanted && !there) {
            edits.put(word, " " + SqliteTableSql.AUTOINCREMENT);
        } else if (there && !wanted) {
            edits.put(word, "");
        }
    }

    private String options() {
        String wanted = compiler.optionsText(table);
        Map<String, String> old = new TreeMap<>(before.options());
        Map<String, String> changed = new TreeMap<>(table.options());
        old.remove(SqliteTableSql.AUTOINCREMENT);
        changed.remove(SqliteTableSql.AUTOINCREMENT);
        if (old.equals(changed)) {
            return layout.sql().substring(layout.close() + 1).stripTrailing();
        }
        return wanted.isEmpty() ? "" : " " + wanted;
    }

    /** What changes in the text of one item. */
    private final class Edits {
        private final SqliteLayout.Item item;
        private final TreeMap<Integer, Map.Entry<Range, String>> byStart = new TreeMap<>();
        private final List<String> appended = new ArrayList<>();

        private Edits(SqliteLayout.Item item) {
            this.item = item;
        }

        private void put(Range range, String text) {
            byStart.put(range.start(), Map.entry(range, text));
        }

        /** Puts the text where the first of the places is, at the end if there is none. */
        private void replace(List<Range> places, String text) {
            places.forEach(range -> put(range, ""));
            if (!places.isEmpty()) {
                put(places.get(0), text);
            } else if (!text.isEmpty()) {
                append(text);
            }
        }

        private void append(String text) {
            appended.add(" " + text);
        }

        private String apply() {
            StringBuilder text = new StringBuilder();
            int from = item.range().start();
            for (Map.Entry<Range, String> edit : byStart.values()) {
                Range range = edit.getKey();
                text.append(layout.sql(), from, range.start());
                if (edit.getValue().isEmpty()) {
                    trim(text);
                }
                text.append(edit.getValue());
                from = range.end();
            }
            text.append(layout.sql(), from, item.range().end());
            appended.forEach(text::append);
            return text.toString();
        }

        /** Takes the blanks away in front of what was left out, but no end of a line, which may end a comment. */
        private void trim(StringBuilder text) {
            while (!text.isEmpty() && " \t".indexOf(text.charAt(text.length() - 1)) >= 0) {
                text.setLength(text.length() - 1);
            }
        }
    }
}
