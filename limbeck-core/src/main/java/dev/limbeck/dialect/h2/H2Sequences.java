// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the sequences; an identity's own is not among those that the catalogue lists. */
final class H2Sequences {
    private static final String SEQUENCES = """
            select sequence_schema, sequence_name, data_type, numeric_precision, start_value, increment, minimum_value,
              maximum_value, cache, cycle_option, remarks
            from information_schema.sequences
            where sequence_schema = any (?)
            order by sequence_schema, sequence_name
            """;

    private H2Sequences() {}

    static List<Sequence> read(H2Catalogue catalogue) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        catalogue.read(
                SEQUENCES,
                row -> sequences.add(new Sequence(
                        catalogue.name(row.getString("sequence_schema"), row.getString("sequence_name")),
                        H2SequenceOptions.said(values(row), false),
                        null,
                        row.getString("remarks"))));
        return sequences;
    }

    private static H2SequenceOptions.Values values(ResultSet row) throws SQLException {
        return new H2SequenceOptions.Values(
                H2SequenceOptions.type(row.getString("data_type"), row.getInt("numeric_precision")),
                row.getLong("start_value"),
                row.getLong("increment"),
                row.getLong("minimum_value"),
                row.getLong("maximum_value"),
                row.getLong("cache"),
                row.getString("cycle_option").equals("YES"));
    }
}
