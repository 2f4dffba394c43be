// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sequences that are not an identity's. */
final class PostgresqlSequences {

    /** A sequence hangs on the column that owns it automatically ('a'), on an identity internally ('i'). */
    private static final String SEQUENCES = """
            select n.nspname, c.relname, pg_catalog.format_type(s.seqtypid, null) as seq_type, s.seqstart,
              s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.description,
              tn.nspname as table_schema, t.relname as table_name, a.attname
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_description d
              on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
            left join pg_catalog.pg_depend o
              on o.classid = 'pg_catalog.pg_class'::regclass and o.objid = c.oid and o.deptype = 'a'
              and o.refclassid = 'pg_catalog.pg_class'::regclass and o.refobjsubid > 0
            left join pg_catalog.pg_class t on t.oid = o.refobjid
            left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
            where n.nspname = any (?)
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype in ('e', 'i'))
            order by n.nspname, c.relname
            """;

    private PostgresqlSequences() {}

    /** A sequence of a table that is excluded is so too. */
    static List<Sequence> read(PostgresqlCatalogue catalogue) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        catalogue.read(SEQUENCES, row -> {
            Sequence.Owner owner = owner(catalogue, row);
            if (owner == null || !catalogue.isExcluded(owner.table())) {
                sequences.add(new Sequence(
                        catalogue.name(row.getString("nspname"), row.getString("relname")),
                        PostgresqlSequenceOptions.said(values(row), false),
                        owner,
                        row.getString("description")));
            }
        });
        return sequences;
    }

    static PostgresqlSequenceOptions.Values values(ResultSet row) throws SQLException {
        return new PostgresqlSequenceOptions.Values(
                row.getString("seq_type"),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getLong("seqcache"),
                row.getBoolean("seqcycle"));
    }

    private static Sequence.@Nullable Owner owner(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        return table == null
                ? null
                : new Sequence.Owner(catalogue.name(row.getString("table_schema"), table), row.getString("attname"));
    }
}
