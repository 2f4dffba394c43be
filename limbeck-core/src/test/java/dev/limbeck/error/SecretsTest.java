// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
                    jdbc:postgresql://db/shop?user=a&password=s3cret          | jdbc:postgresql://db/shop?user=a&password=***
                    jdbc:postgresql://db/shop?PASSWORD=s3cret&ssl=true        | jdbc:postgresql://db/shop?PASSWORD=***&ssl=true
                    jdbc:postgresql://u:s3cret@db/shop                        | jdbc:postgresql://u:***@db/shop
                    jdbc:h2:mem:x;USER=sa;PASSWORD=s3cret                     | jdbc:h2:mem:x;USER=sa;PASSWORD=***
                    jdbc:postgresql://db/shop?sslpassword=s3cret              | jdbc:postgresql://db/shop?sslpassword=***
                    cannot reach jdbc:mysql://u:p@w0rd@db/x now               | cannot reach jdbc:mysql://u:***@db/x now
                    jdbc:sqlite:shop.db                                       | jdbc:sqlite:shop.db
                    create role a login password 's3c''ret' in role b         | create role a login password '***' in role b
                    create user a identified by 's3cret'                      | create user a identified by '***'
                    alter user a identified via x using 's3cret'              | alter user a identified via x using '***'
                    insert into t (password) values ('x')                     | insert into t (password) values ('x')
                    """)
    void masksEveryPassword(String text, String masked) {
        assertThat(Secrets.mask(text)).isEqualTo(masked);
    }

    @Test
    void masksWhatIsKnownToBeSecret() {
        assertThat(Secrets.mask("user s3cret-1 said s3cret-1", List.of("s3cret-1")))
                .isEqualTo("user *** said ***");
        assertThat(Secrets.mask("'swordfish' and swordfishes", List.of("swordfish")))
                .isEqualTo("'***' and swordfishes");
        assertThat(Secrets.mask("jdbc:postgresql on x", List.of("x", "postgres", "limbeck", "")))
                .isEqualTo("jdbc:postgresql on x");
    }

    @Test
    void findsThePasswordsOfAUrl() {
        assertThat(Secrets.in("jdbc:x://u:p@w0rd@h/d?a=b&password=s3cret")).containsExactly("s3cret", "p@w0rd");
        assertThat(Secrets.in("jdbc:sqlite:shop.db")).isEmpty();
    }
}
