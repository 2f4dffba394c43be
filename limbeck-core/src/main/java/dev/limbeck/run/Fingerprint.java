// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.PlainSql;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a database holds of what a statement names, as a hash: taken before a statement and after a crash it tells
 * whether the statement took effect, whatever others did to the rest of the database meanwhile.
 */
final class Fingerprint {
    private final Schema schema;
    private final Set<String> names;

    private Fingerprint(Schema schema, Set<String> names) {
        this.schema = schema;
        this.names = names;
    }

    /** What a schema holds of that which the statement names. */
    static String of(Schema schema, String sql) {
        return new Fingerprint(schema, PlainSql.names(sql)).hash();
    }

    private String hash() {
        return "sha256:"
                + Trail.sha256(Stream.of(
                                schema.tables().values().stream().filter(this::names),
                                schema.sequences().values().stream().filter(sequence -> names(sequence.name())),
                                schema.enums().values().stream().filter(type -> names(type.name())),
                                schema.domains().values().stream().filter(domain -> names(domain.name())),
                                schema.code().values().stream()
                                        .filter(object -> names(object.key().name())
                                                || names.contains(
                                                        lower(object.key().of()))),
                                schema.extensions().values().stream()
                                        .filter(extension -> names.contains(lower(extension.name()))),
                                schema.schemas().stream().filter(name -> names.contains(lower(name))))
                        .flatMap(things -> things)
                        .map(thing -> thing.getClass().getSimpleName() + " " + thing)
                        .collect(Collectors.joining("\n")));
    }

    /** A statement may name an index or a constraint alone. */
    private boolean names(Table table) {
        return names(table.name())
                || table.indexes().stream().map(Index::name).anyMatch(name -> names.contains(lower(name)))
                || table.constraints().stream()
                        .map(Constraint::name)
                        .anyMatch(name -> name != null && names.contains(lower(name)));
    }

    private boolean names(Name name) {
        return names.contains(lower(name.name()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
