// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.RunLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Creates Limbeck's own tables where they are missing, and nothing else. */
public final class EnsureVersion {
    private final Workspace workspace;

    public EnsureVersion(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The tables that were missing. */
    public record Result(List<String> created) {}

    public Result run() {
        try (Connection connection = workspace.connectToChange()) {
            try (RunLock lock = workspace.lock()) {
                lock.check();
                return create(connection);
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private Result create(Connection connection) throws SQLException {
        List<String> created = new ArrayList<>();
        if (workspace.versions().ensure(connection)) {
            created.add(workspace.versions().name().toString());
        }
        if (workspace.log().ensure(connection)) {
            created.add(workspace.log().name().toString());
        }
        return new Result(List.copyOf(created));
    }

    /** Writes that as SQL for a database that has neither table. */
    public String script() {
        String tables =
                workspace.versions().createSql() + ";\n\n" + workspace.log().createSql() + ";\n\n";
        return workspace.dialect().has(Feature.TRANSACTIONAL_DDL) ? "BEGIN;\n\n" + tables + "COMMIT;\n\n" : tables;
    }
}
