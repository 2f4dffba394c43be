// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final Arguments GIVEN = new Arguments(Map.of("tenant", "acme", "cost", "$1"), "blue");

    @TempDir
    private Path folder;

    private List<String> statements(Arguments arguments) {
        try (ScriptLoader loader =
                new ScriptLoader(new PlainDialect(), List.of(), folder.resolve("cache"), arguments)) {
            return loader.load(ScriptDirectory.open(List.of(folder)).scripts().get(0)).upgrade().stream()
                    .map(located -> ((Operation.Execute) located.operation()).sql())
                    .toList();
        }
    }

    private void sql(String markers, String statements) throws IOException {
        Files.writeString(
                folder.resolve("a.sql"), "-- Revision ID: a\n" + markers + "-- limbeck: upgrade\n" + statements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            insert into ${x:tenant}.t values ('${x: tenant }') | insert into acme.t values ('acme')
            select '${x:cost}'                                 | select '$1'
            select '${x:none:some default}', '${x:none:}'      | select 'some default', ''
            select '${x:tenant:other}'                         | select 'acme'
            select '${tag}', '${tag:green}'                    | select 'blue', 'blue'
            select '${tags}', '${HOME}', '$${', '${x'          | select '${tags}', '${HOME}', '$${', '${x'
            """)
    void fillWhatAnSqlFileAsksFor(String written, String run) throws IOException {
        sql("-- limbeck: arguments\n", written + ";\n");

        assertThat(statements(GIVEN)).containsExactly(run);
    }

    @Test
    void leaveAFileAloneThatDoesNotAskForThem() throws IOException {
        sql("", "select '${x:tenant} ${tag}';\n");

        assertThat(statements(GIVEN)).containsExactly("select '${x:tenant} ${tag}'");
    }

    @Test
    void cannotEndAStatement() throws IOException {
        sql("-- limbeck: arguments\n", "select '${x:tenant}';\n");

        assertThat(statements(new Arguments(Map.of("tenant", "a'; drop table t; --"), null)))
                .as("one statement, whatever the value")
                .hasSize(1);
    }

    @Test
    void nameTheLineThatMissesOne() throws IOException {
        sql("-- limbeck: arguments\n", "select 1;\n\nselect 2,\n  '${x:tenant}';\n");

        assertThatThrownBy(() -> statements(Arguments.NONE))
                .isInstanceOf(MigrationException.class)
                .hasMessage(folder.resolve("a.sql")
                        + ":7: the statement asks for ${x:tenant}, and no value was given. Run the command again with"
                        + " -x tenant=VALUE, or write a default into the file: ${x:tenant:VALUE}.");
    }

    @Test
    void nameTheTagThatIsMissing() throws IOException {
        sql("-- limbeck: arguments\n", "select '${tag}';\n");

        assertThatThrownBy(() -> statements(Arguments.NONE))
                .hasMessageContaining("a.sql:4: the statement asks for ${tag}")
                .hasMessageContaining("again with --tag VALUE")
                .hasMessageContaining("${tag:VALUE}");
    }

    @Test
    void areSaidOfTheWholeFile() throws IOException {
        sql("", "-- limbeck: arguments\nselect 1;\n");

        assertThatThrownBy(() -> ScriptDirectory.open(List.of(folder)))
                .hasMessageContaining("a.sql:3: \"-- limbeck: arguments\" stands in a section");
    }

    @Test
    void reachAMigrationInJava() throws IOException {
        Files.writeString(folder.resolve("Ra.java"), """
                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;

                @Revision(id = "a")
                public class Ra implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.execute(op.argument("tenant").orElse("nobody") + " " + op.tag().orElse("untagged"));
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);

        assertThat(statements(GIVEN)).containsExactly("acme blue");
        assertThat(statements(Arguments.NONE)).containsExactly("nobody untagged");
    }

    @Test
    void doNotShowTheirValues() {
        assertThat(GIVEN).asString().contains("tenant").doesNotContain("acme").doesNotContain("blue");
    }
}
