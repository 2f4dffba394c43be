// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command that only reads leaves no table behind, and no file where there was no database. */
class ReadersCreateNothingIT {
    private static final List<String> READERS = List.of(
            "history",
            "history -i",
            "history -v",
            "history -r current:",
            "heads",
            "heads -v",
            "heads --resolve-dependencies",
            "branches",
            "show a1",
            "show current",
            "current",
            "current -v",
            "current -c",
            "check",
            "check --against live",
            "diff",
            "diff database base",
            "diff -1 models",
            "upgrade head --sql",
            "downgrade head:base --sql",
            "stamp head --sql",
            "ensure-version --sql",
            "revision -m new",
            "revision --autogenerate -m newer");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void leavesNoTable(TestDatabase.Kind kind) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            HistoryFolder history = HistoryFolder.create(folder, database).with("a1", "b2 < a1");
            database.run("select 1");
            for (String command : READERS) {
                history.limbeck(command.split(" ", -1));

                assertThat(tables(database)).as("the tables after " + command).isEmpty();
            }
            database.checkInvariants();
        }
    }

    @Test
    void makesNoDatabaseFile() throws IOException {
        makesNoFile(new SqliteFile(folder), "shop.db");
    }

    @Test
    void makesNoFileOfH2() throws IOException {
        makesNoFile(new H2File(folder, ""), "shop.mv.db");
    }

    private void makesNoFile(TestDatabase database, String file) throws IOException {
        HistoryFolder history = HistoryFolder.create(folder, database).with("a1", "b2 < a1");
        for (String command : READERS) {
            history.limbeck(command.split(" ", -1));

            assertThat(folder.resolve(file)).as("the database after " + command).doesNotExist();
        }
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet found = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
