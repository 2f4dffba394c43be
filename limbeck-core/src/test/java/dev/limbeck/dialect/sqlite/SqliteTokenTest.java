// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteTokenTest {
    @Test
    void keepsQuotedTextsOfAnyLength() {
        String large = "a''b".repeat(100_000);

        List<SqliteToken> tokens =
                SqliteToken.read("check (x in ('" + large + "', \"" + large + "\", `" + large + "`))");

        assertThat(tokens.size()).isEqualTo(12);
        assertThat(tokens.get(5).text()).isEqualTo("'" + large + "'");
    }

    @Test
    void takesAQuoteThatIsNeverClosedAsASymbol() {
        assertThat(SqliteToken.read("'a")).extracting(SqliteToken::text).containsExactly("'", "a");
        assertThat(SqliteToken.read("'a'''")).extracting(SqliteToken::text).containsExactly("'a'''");
    }
}
