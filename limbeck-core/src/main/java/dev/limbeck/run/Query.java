// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ResultRow;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of a migration to its database. */
final class Query {
    private Query() {}

    /**
     * The answer.
     *
     * @throws MigrationException with code STATEMENT_FAILED, naming statement and line, if the database refuses
     */
    static List<ResultRow> rows(
            Connection connection,
            String sql,
            List<? extends @Nullable Object> parameters,
            Location asked,
            String what) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet result = query.executeQuery()) {
                return rows(result);
            }
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.STATEMENT_FAILED,
                    "The " + what + " failed at " + asked + ", in its query:\n" + sql.indent(2) + "The database said: "
                            + OperationRunner.said(failure),
                    asked,
                    failure);
        }
    }

    private static List<ResultRow> rows(ResultSet result) throws SQLException {
        ResultSetMetaData metadata = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            columns.add(metadata.getColumnLabel(i));
        }
        List<ResultRow> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                values.add(detached(result.getObject(i)));
            }
            rows.add(new ResultRow(columns, values));
        }
        return List.copyOf(rows);
    }

    /** A value that can be read when the result is closed. */
    private static @Nullable Object detached(@Nullable Object value) throws SQLException {
        if (value instanceof Clob clob) {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, Math.toIntExact(blob.length()));
        }
        if (value instanceof Array array && array.getArray() instanceof Object[] elements) {
            return Arrays.asList(elements);
        }
        return value;
    }
}
