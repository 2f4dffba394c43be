// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.Spelling;
import dev.limbeck.operation.MismatchException.Mismatch;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the name that was probably meant by one that is not there. */
final class NearName {
    private NearName() {}

    /** The question to put behind the message; empty where no name is near. */
    static String hint(Mismatch mismatch, Schema schema) {
        if (mismatch.isThere()) {
            return "";
        }
        String word = mismatch.part().isEmpty() ? mismatch.owner().toString() : mismatch.part();
        return Spelling.nearest(word, candidates(mismatch, schema).toList())
                .map(near -> ". Did you mean " + near + "?")
                .orElse("");
    }

    private static Stream<String> candidates(Mismatch mismatch, Schema schema) {
        return switch (mismatch.thing()) {
            case TABLE -> names(schema.tables().keySet());
            case COLUMN ->
                of(mismatch, schema, table -> table.columns().stream().map(Column::name));
            case CONSTRAINT ->
                of(
                        mismatch,
                        schema,
                        table -> table.constraints().stream()
                                .map(Constraint::name)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull));
            case INDEX -> of(mismatch, schema, table -> table.indexes().stream().map(Index::name));
            case SEQUENCE -> names(schema.sequences().keySet());
            case ENUM_TYPE -> names(schema.enums().keySet());
            case VIEW ->
                names(schema.code().keySet().stream().map(CodeObject.Key::name).toList());
            case DEFINITION -> Stream.of();
        };
    }

    private static Stream<String> names(Collection<Name> names) {
        return names.stream().map(Name::toString);
    }

    private static Stream<String> of(Mismatch mismatch, Schema schema, Function<Table, Stream<String>> parts) {
        return schema.table(mismatch.owner()).stream().flatMap(parts);
    }
}
