// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that migrations define things with, made for a static import. All of them give immutable values. */
public final class Definitions {
    public static final Constraint.Action CASCADE = Constraint.Action.CASCADE;
    public static final Constraint.Action RESTRICT = Constraint.Action.RESTRICT;
    public static final Constraint.Action SET_NULL = Constraint.Action.SET_NULL;
    public static final Constraint.Action SET_DEFAULT = Constraint.Action.SET_DEFAULT;
    public static final Constraint.Action NO_ACTION = Constraint.Action.NO_ACTION;

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Definitions() {}

    /** A nullable column without a default. */
    public static ColumnSpec column(String name, DataType type) {
        return new ColumnSpec(Column.of(name, type));
    }

    public static ConstraintSpec.PrimaryKeySpec primaryKey(String name, String... columns) {
        return new ConstraintSpec.PrimaryKeySpec(new Constraint.PrimaryKey(name, named(name, columns)));
    }

    public static ConstraintSpec.PrimaryKeySpec primaryKey(Columns columns) {
        return new ConstraintSpec.PrimaryKeySpec(new Constraint.PrimaryKey(null, columns.names()));
    }

    public static ConstraintSpec.UniqueSpec unique(String name, String... columns) {
        return new ConstraintSpec.UniqueSpec(Constraint.Unique.of(name, named(name, columns)));
    }

    public static ConstraintSpec.UniqueSpec unique(Columns columns) {
        return new ConstraintSpec.UniqueSpec(Constraint.Unique.of(null, columns.names()));
    }

    public static ForeignKeyStart foreignKey(String name, String... columns) {
        return new ForeignKeyStart(name, named(name, columns));
    }

    public static ForeignKeyStart foreignKey(Columns columns) {
        return new ForeignKeyStart(null, columns.names());
    }

    public static ConstraintSpec.CheckSpec check(String name, String expression) {
        return new ConstraintSpec.CheckSpec(new Constraint.Check(name, expression));
    }

    /** A check without a name. */
    public static ConstraintSpec.CheckSpec check(String expression) {
        return new ConstraintSpec.CheckSpec(new Constraint.Check(null, expression));
    }

    /**
     * Refuses rows that compare true with each other.
     *
     * @param definition what PostgreSQL wants behind the word {@code exclude}, such as
     *     {@code using gist (room with =, during with &&) where (not cancelled)}
     */
    public static ConstraintSpec.ExclusionSpec exclude(String name, String definition) {
        return new ConstraintSpec.ExclusionSpec(
                new Constraint.Exclusion(name, definition, Constraint.Deferral.NOT_DEFERRABLE));
    }

    /** An exclusion constraint without a name. */
    public static ConstraintSpec.ExclusionSpec exclude(String definition) {
        return new ConstraintSpec.ExclusionSpec(
                new Constraint.Exclusion(null, definition, Constraint.Deferral.NOT_DEFERRABLE));
    }

    /** The columns of a constraint that has no name. */
    public static Columns columns(String... names) {
        return new Columns(List.of(names));
    }

    /** An index; a part that is not a plain identifier is an expression. */
    public static IndexSpec index(String name, String... parts) {
        return new IndexSpec(Index.of(
                name,
                Stream.of(parts)
                        .map(part -> IDENTIFIER.matcher(part).matches()
                                ? Index.Part.column(part)
                                : Index.Part.expression(part))
                        .toList()));
    }

    /** An index whose parts say how they sort. */
    public static IndexSpec index(String name, IndexPart... parts) {
        return new IndexSpec(
                Index.of(name, Stream.of(parts).map(IndexPart::part).toList()));
    }

    /** A column to index by, whatever characters its name has. */
    public static IndexPart by(String column) {
        return new IndexPart(Index.Part.column(column));
    }

    /** An expression to index by. */
    public static IndexPart byExpression(String sql) {
        return new IndexPart(Index.Part.expression(sql));
    }

    /** The comment of a table that is being created. */
    public static TableSetting comment(String comment) {
        return new TableSetting(TableSetting.COMMENT, comment);
    }

    /** An option of a table that only its database knows, such as {@code option("strict", "")} on SQLite. */
    public static TableSetting option(String name, String value) {
        return new TableSetting("option:" + name.toLowerCase(Locale.ROOT), value);
    }

    /** The values of one row for {@link Operations#bulkInsert}; null is a value. */
    public static Row row(@Nullable Object... values) {
        return Row.of(values);
    }

    /** An enum type with its values in their order. */
    public static EnumType enumType(String name, String... values) {
        return EnumType.of(Name.parse(name), List.of(values));
    }

    /** A value that a column of a {@link TableHandle} is set to. */
    public static ColumnSetting set(String column, @Nullable Object value) {
        return new ColumnSetting(column, value, false);
    }

    /** SQL whose value a column of a {@link TableHandle} is set to. */
    public static ColumnSetting setExpression(String column, String sql) {
        return new ColumnSetting(column, sql, true);
    }

    /** A type by its name: an enum, a domain, or one for which there is no word here. */
    public static DataType type(String name, Object... arguments) {
        return new DataType(
                Name.parse(name), Stream.of(arguments).map(String::valueOf).toList(), 0);
    }

    public static DataType smallint() {
        return DataType.of("smallint");
    }

    public static DataType integer() {
        return DataType.of("integer");
    }

    public static DataType bigint() {
        return DataType.of("bigint");
    }

    public static DataType numeric() {
        return DataType.of("numeric");
    }

    public static DataType numeric(int precision) {
        return DataType.of("numeric", precision);
    }

    public static DataType numeric(int precision, int scale) {
        return DataType.of("numeric", precision, scale);
    }

    /** A floating-point number of 4 bytes. */
    public static DataType real() {
        return DataType.of("real");
    }

    /** A floating-point number of 8 bytes. */
    public static DataType doublePrecision() {
        return DataType.of("double precision");
    }

    public static DataType bool() {
        return DataType.of("boolean");
    }

    public static DataType varchar() {
        return DataType.of("varchar");
    }

    public static DataType varchar(int length) {
        return DataType.of("varchar", length);
    }

    public static DataType character(int length) {
        return DataType.of("char", length);
    }

    public static DataType text() {
        return DataType.of("text");
    }

    public static DataType bytea() {
        return DataType.of("bytea");
    }

    public static DataType blob() {
        return DataType.of("blob");
    }

    public static DataType clob() {
        return DataType.of("clob");
    }

    public static DataType date() {
        return DataType.of("date");
    }

    public static DataType time() {
        return DataType.of("time");
    }

    public static DataType time(int precision) {
        return DataType.of("time", precision);
    }

    public static DataType timetz() {
        return DataType.of("timetz");
    }

    public static DataType timetz(int precision) {
        return DataType.of("timetz", precision);
    }

    public static DataType timestamp() {
        return DataType.of("timestamp");
    }

    public static DataType timestamp(int precision) {
        return DataType.of("timestamp", precision);
    }

    public static DataType timestamptz() {
        return DataType.of("timestamptz");
    }

    public static DataType timestamptz(int precision) {
        return DataType.of("timestamptz", precision);
    }

    public static DataType uuid() {
        return DataType.of("uuid");
    }

    public static DataType json() {
        return DataType.of("json");
    }

    public static DataType jsonb() {
        return DataType.of("jsonb");
    }

    private static List<String> named(String name, String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("constraint \"" + name + "\" has no columns; one without a name is"
                    + " written with columns(\"" + name + "\")");
        }
        return List.of(columns);
    }
}
