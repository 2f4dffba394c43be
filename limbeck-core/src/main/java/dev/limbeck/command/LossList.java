// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SqlLoss;
import dev.limbeck.diff.Loss;
import dev.limbeck.error.Location;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.ResultRow;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Step;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.OperationTarget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan would take away that is in a database now, in words, with about how many rows that are. */
final class LossList {
    private static final int COUNTED = 100_000;
    private static final Pattern TYPE = Pattern.compile("([\\w ]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?");

    private final Dialect dialect;
    private final Connection connection;
    private final Lazy<Schema> live;
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> unseen = new LinkedHashSet<>();
    private final Set<String> created = new LinkedHashSet<>();

    /** Looks into the database behind a connection in auto-commit mode; its schema is read when that is needed. */
    LossList(Dialect dialect, Connection connection, Supplier<Schema> live) {
        this.dialect = dialect;
        this.connection = connection;
        this.live = new Lazy<>(live);
    }

    /** Goes through the operations of a plan, none of which is run. */
    LossList of(Plan plan, List<LoadedRevision> revisions) {
        Iterator<LoadedRevision> loaded = revisions.iterator();
        for (Step step : plan.steps()) {
            LoadedRevision revision = loaded.next();
            try {
                revision.run(step.direction(), new Collector());
            } catch (UnseenException question) {
                unseen.add(step.revision().id());
            }
        }
        return this;
    }

    /** What goes. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** The revisions of which only a part could be looked at, because they ask the database what to do. */
    List<String> unseen() {
        return List.copyOf(unseen);
    }

    /** Takes operations up to the first question; what comes behind hangs on the answer. */
    private final class Collector implements OperationTarget {
        @Override
        public boolean isOffline() {
            return false;
        }

        @Override
        public void run(List<LocatedOperation> operations) {
            operations.forEach(located -> pass(located.operation()));
        }

        @Override
        public List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location asked) {
            throw new UnseenException();
        }

        @Override
        public Connection connection(Location asked, Runnable beforeUse) {
            throw new UnseenException();
        }
    }

    private static final class UnseenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnseenException() {
            super(null, null, false, false);
        }
    }

    private void pass(Operation operation) {
        if (operation instanceof Operation.AlterTable batch) {
            batch.operations().forEach(this::pass);
        } else if (operation instanceof Operation.CreateTable create) {
            created.add(bare(dialect.quote(create.table().name())));
        } else if (operation instanceof Operation.Execute execute) {
            SqlLoss.of(dialect, execute.sql()).forEach(this::pass);
            dialect.split(execute.sql())
                    .forEach(statement -> Optional.ofNullable(SqlLoss.createdTable(statement.sql()))
                            .ifPresent(table -> created.add(bare(table))));
        } else {
            Loss.of(known(operation)).ifPresent(what -> add(what, operation.table()));
        }
    }

    private void pass(SqlLoss.Lost found) {
        switch (found.kind()) {
            case ROWS -> add("the rows of table " + found.name(), found.name());
            case VALUES -> add("the values of column " + found.name() + "." + found.column(), found.name());
            case EVERYTHING -> lost.add("everything in " + found.name());
            case NARROWED -> narrowed(found);
        }
    }

    private void narrowed(SqlLoss.Lost found) {
        String type = String.valueOf(found.type());
        Optional<Column> column = column(bare(found.name()), bare(String.valueOf(found.column())));
        boolean fits = column.isPresent()
                && parsed(type)
                        .map(after -> !Loss.narrows(column.get().type(), after))
                        .orElse(false);
        if (!fits) {
            add("what of " + found.name() + "." + found.column() + " does not fit into " + type, found.name());
        }
    }

    private static Optional<DataType> parsed(String type) {
        Matcher matcher = TYPE.matcher(type.strip());
        return matcher.matches()
                ? Optional.of(DataType.of(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        Stream.of(matcher.group(2), matcher.group(3))
                                .filter(argument -> argument != null)
                                .toArray()))
                : Optional.empty();
    }

    /** The operation with what was there before, as the database has it where a person did not write it down. */
    private Operation known(Operation operation) {
        if (operation instanceof Operation.AlterColumn alter
                && alter.undo() == null
                && alter.change().newType() != null) {
            return column(bare(alter.table().name()), bare(alter.column()))
                    .<Operation>map(column -> new Operation.AlterColumn(
                            alter.table(), alter.column(), alter.change(), ColumnChange.NONE.type(column.type())))
                    .orElse(operation);
        }
        if (operation instanceof Operation.AlterEnum alter && alter.before() == null) {
            return live.get().enums().values().stream()
                    .filter(type ->
                            type.name().name().equalsIgnoreCase(alter.type().name()))
                    .map(EnumType::values)
                    .findFirst()
                    .<Operation>map(before -> new Operation.AlterEnum(alter.type(), alter.values(), before))
                    .orElse(operation);
        }
        return operation;
    }

    private Optional<Column> column(String table, String column) {
        return live.get().tables().entrySet().stream()
                .filter(entry -> entry.getKey().name().equalsIgnoreCase(table))
                .map(Map.Entry::getValue)
                .flatMap(found -> found.columns().stream())
                .filter(found -> found.name().equalsIgnoreCase(column))
                .findFirst();
    }

    private void add(String what, @Nullable Name table) {
        if (table == null) {
            lost.add(what);
        } else {
            OptionalLong estimate = estimate(table);
            if (estimate.isPresent()) {
                lost.add(what + " (about " + grouped(estimate.getAsLong()) + " rows)");
            } else {
                add(what, dialect.quote(table));
            }
        }
    }

    private OptionalLong estimate(Name table) {
        try {
            return dialect.estimatedRows(connection, table);
        } catch (SQLException unknown) {
            return OptionalLong.empty();
        }
    }

    /** An empty table loses nothing, and one that the plan makes itself has nothing that is there now. */
    private void add(String what, String table) {
        String sql = "select count(*) from (select 1 as one from " + table + " limit " + (COUNTED + 1) + ") counted";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long rows = row.getLong(1);
            if (rows > 0) {
                lost.add(what + " ("
                        + (rows > COUNTED ? "more than " + grouped(COUNTED) : grouped(rows))
                        + (rows == 1 ? " row)" : " rows)"));
            }
        } catch (SQLException notThere) {
            if (!created.contains(bare(table))) {
                lost.add(what + " (how many is not known: "
                        + String.valueOf(notThere.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("") + ")");
            }
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The last part of a name, without quotes, in lower case. */
    private static String bare(String name) {
        String last = name.replaceAll("(?s)^.*\\.(?=[^.]+$)", "");
        return last.replaceAll("^[\"`\\[]|[\"`\\]]$", "").toLowerCase(Locale.ROOT);
    }
}
