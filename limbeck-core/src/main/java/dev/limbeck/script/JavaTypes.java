// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.schema.DataType;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types in the words of a migration. */
final class JavaTypes {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    /** The words there are, by type; a test compares them with those of {@code Definitions}. */
    private static final Map<String, Word> WORDS = Map.ofEntries(
            Map.entry("smallint", new Word("smallint", 0, 0)),
            Map.entry("integer", new Word("integer", 0, 0)),
            Map.entry("bigint", new Word("bigint", 0, 0)),
            Map.entry("numeric", new Word("numeric", 0, 2)),
            Map.entry("real", new Word("real", 0, 0)),
            Map.entry("double precision", new Word("doublePrecision", 0, 0)),
            Map.entry("boolean", new Word("bool", 0, 0)),
            Map.entry("varchar", new Word("varchar", 0, 1)),
            Map.entry("char", new Word("character", 1, 1)),
            Map.entry("text", new Word("text", 0, 0)),
            Map.entry("bytea", new Word("bytea", 0, 0)),
            Map.entry("blob", new Word("blob", 0, 0)),
            Map.entry("clob", new Word("clob", 0, 0)),
            Map.entry("date", new Word("date", 0, 0)),
            Map.entry("time", new Word("time", 0, 1)),
            Map.entry("timetz", new Word("timetz", 0, 1)),
            Map.entry("timestamp", new Word("timestamp", 0, 1)),
            Map.entry("timestamptz", new Word("timestamptz", 0, 1)),
            Map.entry("uuid", new Word("uuid", 0, 0)),
            Map.entry("json", new Word("json", 0, 0)),
            Map.entry("jsonb", new Word("jsonb", 0, 0)));

    private JavaTypes() {}

    /** A method of {@code Definitions}, and how many arguments it takes. */
    private record Word(String method, int fewest, int most) {}

    static JavaCode of(DataType type) {
        return JavaCode.Chain.of(element(type), Collections.nCopies(type.arrayDimensions(), JavaCode.Call.of("array")));
    }

    private static JavaCode element(DataType type) {
        Word word = type.name().schema() == null ? WORDS.get(type.name().name()) : null;
        int count = type.arguments().size();
        boolean numbers = type.arguments().stream()
                .allMatch(argument -> WHOLE_NUMBER.matcher(argument).matches());
        if (word != null && numbers && count >= word.fewest() && count <= word.most()) {
            return JavaCode.Call.of(
                    word.method(),
                    type.arguments().stream().map(JavaTypes::argument).toList());
        }
        return JavaCode.Call.of(
                "type",
                Stream.concat(
                                Stream.of(new JavaCode.Text(type.name().toString())),
                                type.arguments().stream().map(JavaTypes::argument))
                        .toList());
    }

    private static JavaCode argument(String argument) {
        return WHOLE_NUMBER.matcher(argument).matches() ? new JavaCode.Word(argument) : new JavaCode.Text(argument);
    }
}
