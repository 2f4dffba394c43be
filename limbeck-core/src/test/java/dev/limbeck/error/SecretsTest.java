// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://db/shop?user=a&password=s3cret          | jdbc:postgresql://db/shop?user=a&password=***
                    jdbc:postgresql://db/shop?PASSWORD=s3cret&ssl=true        | jdbc:postgresql://db/shop?PASSWORD=***&ssl=true
                    jdbc:postgresql://u:s3cret@db/shop                        | jdbc:postgresql://u:***@db/shop
                    jdbc:h2:mem:x;USER=sa;PASSWORD=s3cret                     | jdbc:h2:mem:x;USER=sa;PASSWORD=***
                    jdbc:postgresql://db/shop?sslpassword=s3cret              | jdbc:postgresql://db/shop?sslpassword=***
                    cannot reach jdbc:mysql://u:p@w0rd@db/x now               | cannot reach jdbc:mysql://u:***@db/x now
                    jdbc:sqlite:shop.db                                       | jdbc:sqlite:shop.db
                    """)
    void masksEveryPassword(String text, String masked) {
        assertThat(Secrets.mask(text)).isEqualTo(masked);
    }
}
