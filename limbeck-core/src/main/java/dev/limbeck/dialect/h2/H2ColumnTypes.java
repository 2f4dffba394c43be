// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts the types of columns together of what the catalogue keeps apart: elements of arrays, fields of rows, enum values. */
final class H2ColumnTypes {
    /** What the catalogue says of every type, be it a column's, an element's or a field's. */
    static final String PARTS = "dtd_identifier, data_type, character_maximum_length, numeric_precision,"
            + " numeric_scale, datetime_precision, interval_type, interval_precision, maximum_cardinality,"
            + " declared_numeric_precision, geometry_type, geometry_srid";

    private static final String ELEMENTS = "select object_schema, object_name, collection_type_identifier, " + PARTS
            + " from information_schema.element_types where object_type = 'TABLE' and object_schema = any (?)";
    private static final String FIELDS = "select object_schema, object_name, row_identifier, field_name, " + PARTS
            + " from information_schema.fields where object_type = 'TABLE' and object_schema = any (?)"
            + " order by object_schema, object_name, row_identifier, ordinal_position";
    private static final String ENUM_VALUES = """
            select object_schema, object_name, enum_identifier, value_name
            from information_schema.enum_values
            where object_type = 'TABLE' and object_schema = any (?)
            order by object_schema, object_name, enum_identifier, value_ordinal
            """;

    private static final String USUAL_CARDINALITY = "65536";
    private static final long UNLIMITED = 1_000_000_000;
    private static final String ARRAY = "array";
    private static final String ROW = "row";
    private static final String ENUM = "enum";

    private final Map<Key, Part> elements = new HashMap<>();
    private final Map<Key, List<Part>> fields = new HashMap<>();
    private final Map<Key, List<String>> enumValues = new HashMap<>();

    /** Where a type belongs: the identifier is unique within its table. */
    private record Key(String schema, String table, String identifier) {}

    /** A type without what it is made of, and the identifier by which that is found. */
    private record Part(String name, Key key, DataType outside) {}

    private H2ColumnTypes() {}

    static H2ColumnTypes read(H2Catalogue catalogue) throws SQLException {
        H2ColumnTypes types = new H2ColumnTypes();
        catalogue.read(ELEMENTS, row -> types.elements.put(key(row, "collection_type_identifier"), part(row, "")));
        catalogue.read(
                FIELDS,
                row -> types.fields
                        .computeIfAbsent(key(row, "row_identifier"), key -> new ArrayList<>())
                        .add(part(row, catalogue.known(row.getString("field_name")))));
        catalogue.read(
                ENUM_VALUES,
                row -> types.enumValues
                        .computeIfAbsent(key(row, "enum_identifier"), key -> new ArrayList<>())
                        .add(H2Dialect.literalOf(row.getString("value_name"))));
        return types;
    }

    /** The type of the column in a row that has {@link #PARTS}. */
    DataType of(String schema, String table, ResultSet row) throws SQLException {
        return complete(new Part("", new Key(schema, table, row.getString("dtd_identifier")), outside(row)));
    }

    private static Key key(ResultSet row, String identifier) throws SQLException {
        return new Key(row.getString("object_schema"), row.getString("object_name"), row.getString(identifier));
    }

    private static Part part(ResultSet row, String name) throws SQLException {
        return new Part(name, key(row, "dtd_identifier"), outside(row));
    }

    private DataType complete(Part part) {
        return switch (part.outside().name().name()) {
            case ARRAY -> array(part);
            case ROW -> {
                List<String> written = fields.getOrDefault(part.key(), List.of()).stream()
                        .map(field -> H2Names.quoted(field.name()) + " " + H2Types.sql(complete(field)))
                        .toList();
                yield DataType.of(ROW, written.toArray());
            }
            case ENUM ->
                DataType.of(ENUM, enumValues.getOrDefault(part.key(), List.of()).toArray());
            default -> part.outside();
        };
    }

    private DataType array(Part part) {
        DataType element = complete(Objects.requireNonNull(elements.get(part.key())));
        String cardinality = part.outside().arguments().get(0);
        return cardinality.equals(USUAL_CARDINALITY)
                ? element.array()
                : DataType.of(H2Types.sql(element) + " array[" + cardinality + "]");
    }

    private static DataType outside(ResultSet row) throws SQLException {
        String name = H2Types.canonical(row.getString("data_type"));
        return switch (name) {
            case ARRAY -> DataType.of(name, row.getLong("maximum_cardinality"));
            case "char", "binary" -> DataType.of(name, row.getLong("character_maximum_length"));
            case "varchar", "varbinary", "varchar_ignorecase", "clob", "blob", "json", "java_object" ->
                limited(name, row.getLong("character_maximum_length"));
            case "numeric" ->
                row.getString("declared_numeric_precision") == null
                        ? DataType.of(name)
                        : DataType.of(name, row.getLong("numeric_precision"), row.getLong("numeric_scale"));
            case "decfloat" ->
                row.getString("declared_numeric_precision") == null
                        ? DataType.of(name)
                        : DataType.of(name, row.getLong("numeric_precision"));
            case "time", "timetz" -> unless(name, row.getLong("datetime_precision"), 0);
            case "timestamp", "timestamptz" -> unless(name, row.getLong("datetime_precision"), 6);
            case "interval" -> DataType.of(interval(row));
            case "geometry" -> geometry(row);
            default -> DataType.of(name);
        };
    }

    private static DataType limited(String name, long length) {
        return length >= UNLIMITED ? DataType.of(name) : DataType.of(name, length);
    }

    private static DataType unless(String name, long precision, long usual) {
        return precision == usual ? DataType.of(name) : DataType.of(name, precision);
    }

    private static DataType geometry(ResultSet row) throws SQLException {
        String kind = row.getString("geometry_type");
        String system = row.getString("geometry_srid");
        if (kind == null && system == null) {
            return DataType.of("geometry");
        }
        String shape = kind == null ? "geometry" : kind.toLowerCase(Locale.ROOT);
        return system == null ? DataType.of("geometry", shape) : DataType.of("geometry", shape, system);
    }

    /** An interval with the precisions that are not the usual ones, such as {@code interval day(3) to second(4)}. */
    private static String interval(ResultSet row) throws SQLException {
        String[] units = row.getString("interval_type").toLowerCase(Locale.ROOT).split(" to ", 2);
        long leading = row.getLong("interval_precision");
        long fraction = row.getLong("datetime_precision");
        boolean fractional = units[units.length - 1].equals("second") && fraction != 6;
        if (units.length == 1) {
            String second =
                    fractional ? "(" + leading + ", " + fraction + ")" : leading == 2 ? "" : "(" + leading + ")";
            return "interval " + units[0] + second;
        }
        return "interval " + units[0] + (leading == 2 ? "" : "(" + leading + ")") + " to " + units[1]
                + (fractional ? "(" + fraction + ")" : "");
    }
}
