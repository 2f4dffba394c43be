// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.mysql.MysqlTypes.Family;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said behind a table's parentheses, or changed there later.
 *
 * <p>A column without a collation of its own has its table's, in a migration as in the database; so a new collation of
 * the table converts those columns, and leaves the others alone. {@code convert to character set} would take them all,
 * and make longer types of some.
 */
final class MysqlTableOptions {
    static final String ENGINE = "engine";
    static final String COLLATE = "collate";
    static final String CHARSET = "charset";
    static final String PARTITION = "partition by";
    static final String VERSIONING = "system versioning";

    private static final String TRANSACTIONAL = "transactional";
    private static final String PAGE_CHECKSUM = "page_checksum";
    private static final String ARIA = "Aria";
    private static final String AUTO_INCREMENT = "auto_increment";
    private static final String USUAL_ENGINE = "InnoDB";
    private static final String DEFAULT = "default";

    /**
     * Options of a name and a value, with the value that each has where nobody said one, and by which most are taken back.
     *
     * @see <a href="https://mariadb.com/kb/en/create-table/#table-options">table options of MariaDB</a>
     * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table.html#create-table-options">and of MySQL</a>
     */
    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry(ENGINE, USUAL_ENGINE),
            Map.entry("row_format", DEFAULT),
            Map.entry("key_block_size", "0"),
            Map.entry("page_compressed", "0"),
            Map.entry("page_compression_level", DEFAULT),
            Map.entry("encrypted", DEFAULT),
            Map.entry("encryption_key_id", DEFAULT),
            Map.entry("compression", "'none'"),
            Map.entry("stats_persistent", DEFAULT),
            Map.entry("stats_auto_recalc", DEFAULT),
            Map.entry("stats_sample_pages", DEFAULT),
            Map.entry("checksum", "0"),
            Map.entry("delay_key_write", "0"),
            Map.entry("pack_keys", DEFAULT),
            Map.entry("max_rows", "0"),
            Map.entry("min_rows", "0"),
            Map.entry("avg_row_length", "0"),
            Map.entry(TRANSACTIONAL, "1"),
            Map.entry(PAGE_CHECKSUM, "1"),
            // Numbers go on behind the highest that is there.
            Map.entry(AUTO_INCREMENT, "1"));

    private final MysqlCompiler compiler;

    MysqlTableOptions(MysqlCompiler compiler) {
        this.compiler = compiler;
    }

    /** Writes all of a table that is created, with its comment; partitions stand behind everything else. */
    void write(SqlWriter writer, Table table, @Nullable String comment) {
        table.options().forEach((option, value) -> {
            if (option.equals(VERSIONING) && compiler.hasVersioning()) {
                writer.word("with system versioning");
            } else if (!option.equals(PARTITION)) {
                writer.word(setting(option, value, "set the option \"" + option + "\" of table " + table.name()));
            }
        });
        if (comment != null) {
            writer.word("comment = " + comment);
        }
        String partitions = table.options().get(PARTITION);
        if (partitions != null) {
            writer.word(PARTITION).word(partitions);
        }
    }

    private String setting(String option, String value, String what) {
        boolean known = SETTINGS.containsKey(option) || option.equals(COLLATE) || option.equals(CHARSET);
        if (!known) {
            throw compiler.refuse(
                    what + ", which is none of those that it keeps up",
                    "Correct its name, or set it in SQL with op.execute");
        }
        if (!value.matches("\\w+|'\\w+'")) {
            throw compiler.refuse(
                    what + " to \"" + value + "\", which is neither a word nor a number", "Correct the value");
        }
        return option + " = " + value;
    }

    List<Statement> change(Operation.SetTableOption operation) {
        String option = operation.option();
        return switch (option) {
            case PARTITION -> partition(operation);
            case VERSIONING -> versioning(operation);
            case COLLATE, CHARSET -> convert(operation);
            case ENGINE -> engine(operation);
            case TRANSACTIONAL -> set(operation, DEFAULT);
            // Aria keeps what it has where the default is asked for; other engines keep the word.
            case PAGE_CHECKSUM -> set(operation, isOfAria(operation) ? SETTINGS.get(option) : DEFAULT);
            default -> set(operation, SETTINGS.get(option));
        };
    }

    /**
     * Sets an option, or takes it back.
     *
     * @param usual by which it is taken back; null of what is no option
     */
    private List<Statement> set(Operation.SetTableOption operation, @Nullable String usual) {
        String value = operation.value() == null ? usual : operation.value();
        String words = setting(operation.option(), value == null ? "" : value, what(operation));
        return compiler.change(operation.table(), words, operation.option().equals(ENGINE));
    }

    /** A table that becomes one of Aria, or ceases to be, forgets or keeps by itself whether it has checksums. */
    private List<Statement> engine(Operation.SetTableOption operation) {
        List<Statement> statements = new ArrayList<>(set(operation, USUAL_ENGINE));
        String checksum = optionsOf(operation).get(PAGE_CHECKSUM);
        if (checksum != null || isOfAria(operation)) {
            String words = PAGE_CHECKSUM + " = " + Objects.requireNonNullElse(checksum, DEFAULT);
            statements.addAll(compiler.change(operation.table(), words, true));
        }
        return statements;
    }

    private boolean isOfAria(Operation.SetTableOption operation) {
        return ARIA.equalsIgnoreCase(optionsOf(operation).get(ENGINE));
    }

    private Map<String, String> optionsOf(Operation.SetTableOption operation) {
        Table table = compiler.current().schema().tables().get(operation.table());
        return table == null ? Map.of() : table.options();
    }

    private static String what(Operation.SetTableOption operation) {
        return "set or drop the option \"" + operation.option() + "\" of table " + operation.table();
    }

    private List<Statement> versioning(Operation.SetTableOption operation) {
        if (!compiler.hasVersioning()) {
            throw compiler.refuse(what(operation), "Keep former rows in a table of their own, filled by triggers");
        }
        return compiler.change(operation.table(), (operation.value() == null ? "drop " : "add ") + VERSIONING, true);
    }

    /** Without a value the table has the database's character set again. */
    private List<Statement> convert(Operation.SetTableOption operation) {
        Table table = compiler.table(operation.table());
        List<String> columns = table.columns().stream()
                .filter(column ->
                        column.collation() == null && Family.of(column.type()).isText())
                .map(column -> modify(table, column))
                .toList();
        String words = operation.value() == null
                ? "character set = default"
                : setting(operation.option(), operation.value(), what(operation));
        String all = columns.stream().map(column -> ", " + column).collect(Collectors.joining("", words, ""));
        return compiler.collate(table, all, !columns.isEmpty());
    }

    private String modify(Table table, Column column) {
        SqlWriter writer = new SqlWriter().word("modify column");
        compiler.column(writer, column, compiler.columnCheck(table.name(), column.name()));
        return writer.toString();
    }

    /** Partitions behind the last one are added without touching the others; any other change moves every row. */
    private List<Statement> partition(Operation.SetTableOption operation) {
        String after = operation.value();
        String before = compiler.table(operation.table()).options().get(PARTITION);
        String added = before == null || after == null ? null : MysqlPartitions.added(before, after);
        if (added != null) {
            return compiler.plain(operation.table(), "add partition (" + added + ")");
        }
        return compiler.partition(operation.table(), after == null ? "remove partitioning" : PARTITION + " " + after);
    }
}
