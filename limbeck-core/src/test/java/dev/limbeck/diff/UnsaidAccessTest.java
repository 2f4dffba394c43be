// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsaidAccessTest {
    private static final Table BOOKS = Table.of(Name.of("books"), List.of(Column.of("title", DataType.of("text"))));
    private static final Table OLD = Table.of(Name.of("old"), List.of(Column.of("title", DataType.of("text"))));
    private static final CodeObject READER = privilege("table books to reader");
    private static final CodeObject OF_OLD = privilege("table old to reader");
    private static final CodeObject OWNER = new CodeObject(
            CodeObject.Key.phrase(CodeObject.Kind.OWNER, "table books"), "alter table books owner to keeper");
    private static final Schema LIVE = Schema.of(BOOKS, OLD)
            .withCode(List.of(READER, OF_OLD, OWNER))
            .withDependencies(Dependencies.of(Map.of(
                    Dependencies.code(READER.key()), List.of("table books"),
                    Dependencies.code(OF_OLD.key()), List.of("table old"),
                    Dependencies.code(OWNER.key()), List.of("table books"))));

    @Test
    void keepsWhatModelsSayNothingOfForWhatStays() {
        UnsaidAccess access = UnsaidAccess.kept(LIVE, Schema.of(BOOKS));

        assertThat(access.wanted().code().values()).containsExactly(OWNER, READER);
        assertThat(access.kept()).containsExactly(OWNER, READER);
    }

    @Test
    void keepsNoneOfAKindThatTheModelsSpeakOf() {
        Schema wanted = Schema.of(BOOKS).with(privilege("table books to writer"));

        assertThat(UnsaidAccess.kept(LIVE, wanted).wanted()).isEqualTo(wanted.with(OWNER));
    }

    @Test
    void comparesNoDefaultPrivilegesThatTheModelsDoNotSpeakOf() {
        CodeObject usual = new CodeObject(
                CodeObject.Key.phrase(CodeObject.Kind.DEFAULT_PRIVILEGE, "tables to reader"),
                "alter default privileges grant select on tables to reader");
        Schema live = LIVE.with(usual);

        UnsaidAccess access = UnsaidAccess.kept(live, Schema.of(BOOKS));

        assertThat(access.kept()).contains(usual);
        assertThat(access.wanted().code()).doesNotContainKey(usual.key());
        assertThat(access.compared(live)).isEqualTo(LIVE);
    }

    private static CodeObject privilege(String words) {
        return new CodeObject(CodeObject.Key.phrase(CodeObject.Kind.PRIVILEGE, words), "grant select on " + words);
    }
}
