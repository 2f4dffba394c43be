// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassFileTest {
    private static final long A_CONSTANT_OF_TWO_PLACES = 1L << 40;

    @Test
    void readsTheAnnotationsOfAClass() throws IOException {
        assertThat(read("shop/Customer"))
                .isEqualTo(new ClassFile(
                        "dev.limbeck.jpa.shop.Customer",
                        Set.of(
                                "jakarta.persistence.Entity",
                                "jakarta.persistence.Table",
                                "org.hibernate.annotations.Check",
                                "org.hibernate.annotations.Comment")));
    }

    @Test
    void readsAClassWithLongConstants() throws IOException {
        assertThat(A_CONSTANT_OF_TWO_PLACES).isPositive();
        assertThat(read("ClassFileTest").annotations()).isEmpty();
    }

    @Test
    void refusesWhatIsNoClassFile() {
        assertThatThrownBy(() -> ClassFile.read(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(IOException.class)
                .hasMessage("not a class file");
    }

    private static ClassFile read(String name) throws IOException {
        try (InputStream in =
                Files.newInputStream(ModelScripts.TEST_CLASSES.resolve("dev/limbeck/jpa/" + name + ".class"))) {
            return ClassFile.read(in);
        }
    }
}
