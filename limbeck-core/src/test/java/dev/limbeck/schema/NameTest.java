// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTest {

    @Test
    void readsANameWithAndWithoutASchema() {
        assertThat(Name.parse("book")).isEqualTo(Name.of("book"));
        assertThat(Name.parse("shop.book")).isEqualTo(new Name("shop", "book"));
        assertThat(Name.parse("\"a.b\"")).isEqualTo(Name.of("a.b"));
        assertThat(Name.parse("shop.\"a.b\"")).isEqualTo(new Name("shop", "a.b"));
    }

    @Test
    void readsBackWhatItPrints() {
        List<String> parts = List.of("a", "a.b", "\"", "\"\"", "\"a\"", ".", "a\"b.\"c", "a b", "\".\"");
        for (String schema : Arrays.asList(null, "s", "s.t", "\".\"\"")) {
            for (String part : parts) {
                Name name = new Name(schema, part);
                assertThat(Name.parse(name.toString())).isEqualTo(name);
            }
        }
    }

    @Test
    void refusesAQuoteThatIsNotClosed() {
        assertThatThrownBy(() -> Name.parse("\"a.b")).hasMessageContaining("\"a.b");
    }
}
