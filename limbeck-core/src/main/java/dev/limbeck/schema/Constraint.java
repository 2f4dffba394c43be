// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule that a table's rows obey. A constraint without a name was given none and the database invented none. */
public sealed interface Constraint {

    /** Primary key first, then unique, foreign key, check, exclusion; within a kind by name, then by what it says. */
    Comparator<Constraint> ORDER = Comparator.comparing(Constraint::kind)
            .thenComparing(constraint -> constraint.name() == null ? "" : constraint.name())
            .thenComparing(Constraint::toString);

    /** The kinds of constraint, in the order in which they are written. */
    enum Kind {
        PRIMARY_KEY("primary key"),
        UNIQUE("unique constraint"),
        FOREIGN_KEY("foreign key"),
        CHECK("check constraint"),
        EXCLUSION("exclusion constraint");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words, as messages name it. */
        public String label() {
            return label;
        }
    }

    /** One method for each kind, so that a new kind breaks the build wherever it must be handled. */
    interface Visitor<R> {
        R primaryKey(PrimaryKey key);

        R unique(Unique unique);

        R foreignKey(ForeignKey key);

        R check(Check check);

        R exclusion(Exclusion exclusion);
    }

    @Nullable
    String name();

    /** The same under another name. */
    Constraint withName(@Nullable String newName);

    Kind kind();

    /** The columns of its own table that the constraint names, but for those in an expression. */
    List<String> columns();

    <R> R accept(Visitor<R> visitor);

    /** Whether it holds for new rows alone, as nobody has read those that were there. */
    default boolean notValid() {
        return false;
    }

    /** The same held by all rows, or by new ones alone; a kind that always reads all rows stays as it is. */
    default Constraint withNotValid(boolean newNotValid) {
        return this;
    }

    /** When a constraint is checked. */
    enum Deferral {
        NOT_DEFERRABLE,
        INITIALLY_IMMEDIATE,
        INITIALLY_DEFERRED
    }

    /** What happens to a referencing row when the referenced one is deleted or its key changes. */
    enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    /** How a foreign key of several columns treats nulls. */
    enum Match {
        SIMPLE,
        FULL
    }

    /**
     * The columns that identify a row.
     *
     * @param include columns that its index carries along
     * @param options what only one database knows of its index, by name; what is said of one column has its name in
     *     parentheses, such as {@code desc(id)}
     */
    record PrimaryKey(
            @Nullable String name,
            List<String> columns,
            Deferral deferral,
            List<String> include,
            Map<String, String> options)
            implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        public PrimaryKey(@Nullable String name, List<String> columns, Deferral deferral, List<String> include) {
            this(name, columns, deferral, include, Map.of());
        }

        public PrimaryKey(@Nullable String name, List<String> columns) {
            this(name, columns, Deferral.NOT_DEFERRABLE, List.of());
        }

        @Override
        public PrimaryKey withName(@Nullable String newName) {
            return new PrimaryKey(newName, columns, deferral, include, options);
        }

        public PrimaryKey withColumns(List<String> newColumns, List<String> newInclude) {
            return new PrimaryKey(name, newColumns, deferral, newInclude, options);
        }

        public PrimaryKey withDeferral(Deferral newDeferral) {
            return new PrimaryKey(name, columns, newDeferral, include, options);
        }

        public PrimaryKey withOptions(Map<String, String> newOptions) {
            return new PrimaryKey(name, columns, deferral, include, newOptions);
        }

        @Override
        public Kind kind() {
            return Kind.PRIMARY_KEY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primaryKey(this);
        }
    }

    /**
     * Columns whose values together occur once.
     *
     * @param include columns that its index carries along
     */
    record Unique(
            @Nullable String name,
            List<String> columns,
            Deferral deferral,
            boolean nullsNotDistinct,
            List<String> include)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        public Unique(@Nullable String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct) {
            this(name, columns, deferral, nullsNotDistinct, List.of());
        }

        @Override
        public Unique withName(@Nullable String newName) {
            return new Unique(newName, columns, deferral, nullsNotDistinct, include);
        }

        public Unique withColumns(List<String> newColumns, List<String> newInclude) {
            return new Unique(name, newColumns, deferral, nullsNotDistinct, newInclude);
        }

        public Unique withDeferral(Deferral newDeferral) {
            return new Unique(name, columns, newDeferral, nullsNotDistinct, include);
        }

        public static Unique of(@Nullable String name, List<String> columns) {
            return new Unique(name, columns, Deferral.NOT_DEFERRABLE, false);
        }

        @Override
        public Kind kind() {
            return Kind.UNIQUE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * Columns that refer to a row of a table.
     *
     * @param setColumns those that a delete sets to null or their default; none means all of them
     */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            Name references,
            List<String> referencedColumns,
            Action onDelete,
            Action onUpdate,
            Match match,
            Deferral deferral,
            List<String> setColumns,
            boolean notValid)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            setColumns = List.copyOf(setColumns);
        }

        public ForeignKey(
                @Nullable String name,
                List<String> columns,
                Name references,
                List<String> referencedColumns,
                Action onDelete,
                Action onUpdate,
                Match match,
                Deferral deferral) {
            this(name, columns, references, referencedColumns, onDelete, onUpdate, match, deferral, List.of());
        }

        public ForeignKey(
                @Nullable String name,
                List<String> columns,
                Name references,
                List<String> referencedColumns,
                Action onDelete,
                Action onUpdate,
                Match match,
                Deferral deferral,
                List<String> setColumns) {
            this(name, columns, references, referencedColumns, onDelete, onUpdate, match, deferral, setColumns, false);
        }

        public static ForeignKey of(
                @Nullable String name, List<String> columns, Name references, List<String> referencedColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    references,
                    referencedColumns,
                    Action.NO_ACTION,
                    Action.NO_ACTION,
                    Match.SIMPLE,
                    Deferral.NOT_DEFERRABLE);
        }

        @Override
        public ForeignKey withName(@Nullable String newName) {
            return new ForeignKey(
                    newName,
                    columns,
                    references,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    setColumns,
                    notValid);
        }

        public ForeignKey withReferences(Name newReferences, List<String> newReferencedColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    newReferences,
                    newReferencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    setColumns,
                    notValid);
        }

        public ForeignKey withColumns(List<String> newColumns) {
            return new ForeignKey(
                    name,
                    newColumns,
                    references,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    setColumns,
                    notValid);
        }

        public ForeignKey withSetColumns(List<String> newSetColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    references,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    newSetColumns,
                    notValid);
        }

        @Override
        public ForeignKey withNotValid(boolean newNotValid) {
            return new ForeignKey(
                    name,
                    columns,
                    references,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    setColumns,
                    newNotValid);
        }

        @Override
        public Kind kind() {
            return Kind.FOREIGN_KEY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreignKey(this);
        }
    }

    /**
     * A condition that holds for each row, in the database's own spelling of it.
     *
     * @param noInherit whether tables that inherit from this one are free of it
     */
    record Check(@Nullable String name, String expression, boolean noInherit, boolean notValid) implements Constraint {
        public Check(@Nullable String name, String expression) {
            this(name, expression, false);
        }

        public Check(@Nullable String name, String expression, boolean noInherit) {
            this(name, expression, noInherit, false);
        }

        @Override
        public Check withNotValid(boolean newNotValid) {
            return new Check(name, expression, noInherit, newNotValid);
        }

        @Override
        public Check withName(@Nullable String newName) {
            return new Check(newName, expression, noInherit, notValid);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Kind kind() {
            return Kind.CHECK;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * No two rows compare true with each other in all elements.
     *
     * @param definition what stands behind the word {@code exclude}, but for the deferral
     */
    record Exclusion(@Nullable String name, String definition, Deferral deferral) implements Constraint {
        @Override
        public Exclusion withName(@Nullable String newName) {
            return new Exclusion(newName, definition, deferral);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Kind kind() {
            return Kind.EXCLUSION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exclusion(this);
        }
    }
}
