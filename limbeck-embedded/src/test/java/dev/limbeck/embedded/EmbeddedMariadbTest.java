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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class EmbeddedMariadbTest {

    @Test
    void startsARealServerThatIsGoneWhenClosed() throws SQLException {
        String url;
        try (EmbeddedMariadb server = EmbeddedMariadb.start()) {
            url = server.url();
            assertThat(version(server)).contains("MariaDB");
        }

        assertThatThrownBy(() -> DriverManager.getConnection(url, "root", "")).isInstanceOf(SQLException.class);
    }

    private static String version(EmbeddedMariadb server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
