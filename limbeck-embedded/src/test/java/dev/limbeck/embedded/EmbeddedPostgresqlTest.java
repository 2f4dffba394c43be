// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresqlTest {

    @Test
    void startsARealServerThatIsGoneWhenClosed() throws SQLException {
        String url;
        try (EmbeddedPostgresql server = EmbeddedPostgresql.start()) {
            url = server.url();
            assertThat(version(server)).isGreaterThanOrEqualTo(17);
        }

        String gone = url;
        assertThatThrownBy(() -> DriverManager.getConnection(gone, "postgres", ""))
                .isInstanceOf(SQLException.class);
    }

    private static int version(EmbeddedPostgresql server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select current_setting('server_version_num')::integer / 10000")) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
