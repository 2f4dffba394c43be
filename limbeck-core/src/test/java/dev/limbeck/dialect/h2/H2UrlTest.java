// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Secrets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2UrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./shop,                    jdbc:h2:file:/project/shop",
        "jdbc:h2:file:./data/shop;MODE=DB2, jdbc:h2:file:/project/data/shop;MODE=DB2",
        "jdbc:h2:shop,                      jdbc:h2:file:/project/shop",
        "jdbc:h2:/var/shop,                 jdbc:h2:/var/shop",
        "jdbc:h2:~/shop,                    jdbc:h2:~/shop",
        "jdbc:h2:file:~/shop,               jdbc:h2:file:~/shop",
        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1,jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1",
        "jdbc:h2:tcp://localhost/~/shop,    jdbc:h2:tcp://localhost/~/shop",
    })
    void aRelativeFileIsThatOfTheProject(String url, String resolved) {
        assertThat(H2Url.resolve(url, Path.of("/project"))).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./shop,                                                           jdbc:h2:mem:",
        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE,"
                + " jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
        "jdbc:h2:tcp://db/x;user=sa;Password=x;NON_KEYWORDS=VALUE,                 jdbc:h2:mem:;NON_KEYWORDS=VALUE",
        "jdbc:h2:mem:x;INIT=create schema a\\;set schema a;IGNORECASE=TRUE,        jdbc:h2:mem:;IGNORECASE=TRUE",
    })
    void theScratchDatabaseHasTheSettingsThatChangeWhatSqlMeans(String url, String scratch) {
        assertThat(H2Url.scratch(url)).isEqualTo(scratch);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./x;USER=sa;PASSWORD=secret,           jdbc:h2:./x;USER=sa;PASSWORD=***",
        "jdbc:h2:./x;CIPHER=AES;PASSWORD=secret secret, jdbc:h2:./x;CIPHER=AES;PASSWORD=***",
        "jdbc:h2:./x;PASSWORD=secret secret;CIPHER=AES, jdbc:h2:./x;PASSWORD=***;CIPHER=AES",
    })
    void passwordsAreMasked(String url, String masked) {
        assertThat(Secrets.mask(url)).isEqualTo(masked);
    }
}
