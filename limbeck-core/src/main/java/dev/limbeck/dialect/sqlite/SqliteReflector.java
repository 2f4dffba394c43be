// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a database's tables from the text that it keeps of them, and compares what was read with what its catalogue
 * says, so that a text which was read wrongly is an error and not a wrong migration.
 */
final class SqliteReflector {

    /** Neither views, nor virtual tables and the tables they keep for themselves, nor SQLite's own. */
    private static final String TABLES = """
            select l.name, s.sql, (select count(distinct k.id) from pragma_foreign_key_list(l.name, 'main') k)
            from pragma_table_list l
            join sqlite_schema s on s.type = 'table' and s.name = l.name
            where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite\\_%' escape '\\'
            order by l.name""";

    private static final String COLUMNS = """
            select l.name, c.name, c."notnull", c.hidden
            from pragma_table_list l
            join pragma_table_xinfo(l.name, 'main') c
            where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite\\_%' escape '\\'
            order by l.name, c.cid""";

    private static final String INDEXES = """
            select tbl_name, name, sql
            from sqlite_schema
            where type = 'index' and sql is not null
            order by tbl_name, name""";

    private static final String OBJECTS = """
            select type, name, tbl_name, sql
            from sqlite_schema
            where type in ('table', 'index', 'trigger', 'view') and sql is not null
            order by rowid""";

    private SqliteReflector() {}

    static Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            Map<String, List<CatalogueColumn>> catalogue = catalogue(statement);
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (!wanted.excludedTables().contains(Name.of(name))) {
                        SqliteTableSql sql = SqliteTableSql.parse(rows.getString(2));
                        compare(name, sql, catalogue.getOrDefault(name, List.of()), rows.getInt(3));
                        tables.put(name, sql.table(name));
                    }
                }
            }
            indexes(statement, tables);
        }
        return Schema.of(tables.values().toArray(Table[]::new))
                .mapTables(table -> resolve(table, tables))
                .withCode(SqliteCode.read(connection));
    }

    private static Map<String, List<CatalogueColumn>> catalogue(Statement statement) throws SQLException {
        Map<String, List<CatalogueColumn>> columns = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(new CatalogueColumn(rows.getString(2), rows.getBoolean(3), rows.getInt(4)));
            }
        }
        return columns;
    }

    /** A row of the catalogue; {@code hidden} is 2 for a column that is generated when read, 3 for a stored one. */
    private record CatalogueColumn(String name, boolean notNull, int hidden) {
        static CatalogueColumn of(Column column) {
            int hidden = column.value() instanceof ColumnValue.Generated generated ? generated.stored() ? 3 : 2 : 0;
            return new CatalogueColumn(column.name(), !column.nullable(), hidden);
        }

        /** A key's columns may be not null without being declared so, by rules that hang on the kind of table. */
        CatalogueColumn withKey(List<String> key) {
            return new CatalogueColumn(name, notNull || key.contains(name), hidden);
        }
    }

    private static void compare(String table, SqliteTableSql sql, List<CatalogueColumn> catalogue, int foreignKeys) {
        List<CatalogueColumn> read = sql.columns().stream()
                .map(CatalogueColumn::of)
                .map(column -> column.withKey(sql.key()))
                .toList();
        List<CatalogueColumn> told =
                catalogue.stream().map(column -> column.withKey(sql.key())).toList();
        long keys = sql.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .count();
        if (!read.equals(told) || keys != foreignKeys) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The definition of table " + table + " was read as " + read + " with " + keys
                            + " foreign keys, but SQLite's catalogue says " + told + " with " + foreignKeys
                            + ". Please report it with the table's create statement.");
        }
    }

    private static void indexes(Statement statement, Map<String, Table> tables) throws SQLException {
        try (ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                Table table = tables.get(rows.getString(1));
                if (table != null) {
                    List<String> columns =
                            table.columns().stream().map(Column::name).toList();
                    tables.put(
                            rows.getString(1),
                            table.plus(SqliteIndexSql.parse(rows.getString(2), rows.getString(3), columns)));
                }
            }
        }
    }

    /** Foreign keys name their table as it was declared, and say the columns they mean. */
    private static Table resolve(Table table, Map<String, Table> tables) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key ? resolve(key, tables) : constraint)
                .toList());
    }

    private static Constraint resolve(Constraint.ForeignKey key, Map<String, Table> tables) {
        String name = SqliteNames.spelled(key.references().name(), tables.keySet());
        Table referenced = tables.get(name);
        if (referenced == null) {
            return key;
        }
        Collection<String> declared =
                referenced.columns().stream().map(Column::name).toList();
        List<String> columns = key.referencedColumns().isEmpty()
                ? referenced.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of())
                : key.referencedColumns().stream()
                        .map(column -> SqliteNames.spelled(column, declared))
                        .toList();
        return key.withReferences(Name.of(name), columns);
    }

    /** The table, its indexes and triggers, and whatever views and triggers name it or one of those views. */
    static List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        List<StoredObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                objects.add(
                        new StoredObject(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return dependents(objects, table.name());
    }

    private static List<StoredObject> dependents(List<StoredObject> objects, String table) {
        List<StoredObject> found = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(table));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            for (StoredObject object : objects) {
                if (!found.contains(object) && hangsOn(object, name, table)) {
                    found.add(object);
                    if (object.kind().equals("view")) {
                        names.add(object.name());
                    }
                }
            }
        }
        return objects.stream().filter(found::contains).toList();
    }

    private static boolean hangsOn(StoredObject object, String name, String table) {
        if (object.kind().equals("table") || object.kind().equals("index")) {
            return object.table().equalsIgnoreCase(table);
        }
        return Stream.concat(
                        Stream.of(object.table()),
                        SqliteToken.read(object.sql()).stream().map(SqliteToken::value))
                .anyMatch(name::equalsIgnoreCase);
    }
}
