// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only this database has, read from it, written to a file in either language, read from that, and run. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbWrittenTest {
    private static final String[] OLDER = {
        "create table keyed (id int, `two words` varchar(9), primary key (id, `two words`))",
        "create table in_memory (id int, a int, primary key (id), key k (a)) engine = memory",
        "create table binary_text (a json, b text) collate = utf8mb4_bin",
    };

    private static final String[] NEWER = {
        "create table keyed (id int, `two words` varchar(9), primary key (id desc, `two words`(3)) comment 'it''s why')",
        "create table in_memory (id int, a int, primary key (id) using btree, key k (a) using btree comment 'c' ignored)"
                + " engine = memory",
        "create table binary_text (a json, b text)",
        "create table created (id int auto_increment, primary key (id desc) comment 'new')",
    };

    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void leadsToTheNewerSchemaAndBack(Language language) {
        Schema newer = load(NEWER);
        Schema older = load(OLDER);
        WrittenMigration migration = written(language, older, newer);

        database.apply(migration.upgrade());
        assertThat(Differ.diff(database.reflect(), newer, dialect().diffRules()))
                .isEmpty();

        database.apply(migration.downgrade());
        assertThat(Differ.diff(database.reflect(), older, dialect().diffRules()))
                .isEmpty();
    }

    private static Schema load(String... tables) {
        database.clean();
        database.execute(tables);
        return database.reflect();
    }

    private static WrittenMigration written(Language language, Schema older, Schema newer) {
        var operations = Differ.diff(older, newer, dialect().diffRules());
        try (Scratch scratch = database.another()) {
            Replay replay = new Replay(dialect(), scratch, Reflection.everything());
            replay.run(Differ.diff(Schema.EMPTY, older, dialect().diffRules()), "the schema to start from");
            return new WrittenMigration(
                            dialect().arrange(operations, older),
                            dialect().arrange(Operation.reverseAll(operations), newer))
                    .through(language, dialect(), replay);
        }
    }

    private static Dialect dialect() {
        return database.dialect();
    }
}
