// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import org.junit.jupiter.api.Test;

class PostgresqlLoginTest {
    private final Database server = new EmbeddedPostgresqlServer().start();

    @Test
    void tellsAnUnreachableServerFromARefusedLoginAndAMissingDatabase() {
        assertCode(server.withUrl("jdbc:postgresql://localhost:1/x"), ErrorCode.DATABASE_UNREACHABLE);
        assertCode(
                new Database(server.dialect(), server.url(), "nobody", "secret", server.drivers()),
                ErrorCode.DATABASE_LOGIN_REFUSED);
        assertCode(server.withUrl(server.url() + "_missing"), ErrorCode.DATABASE_FAILED);
    }

    private static void assertCode(Database database, ErrorCode code) {
        assertThatThrownBy(database::connect)
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageNotContaining("secret");
    }
}
