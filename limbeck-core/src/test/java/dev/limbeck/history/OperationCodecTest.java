// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.fixtures.RandomOperations;
import dev.limbeck.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationCodecTest {
    private static final int SEEDS = 200;

    @Test
    void readsWhatItWrote() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Operation> operations = new RandomOperations(seed).oneOfEach();
            String json = Json.write(OperationCodec.encode(operations));

            List<Operation> read = OperationCodec.decode((List<?>) Objects.requireNonNull(Json.read(json)));

            assertThat(plain(read)).as("seed %d", seed).isEqualTo(plain(operations));
            assertThat(Json.write(OperationCodec.encode(read))).isEqualTo(json);
        }
    }

    @Test
    void knowsEveryKindOfOperation() {
        Set<String> tried = new RandomOperations(1)
                .oneOfEach().stream()
                        .map(operation -> operation.getClass().getSimpleName())
                        .collect(Collectors.toSet());

        assertThat(Arrays.stream(Operation.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .allMatch(tried::contains);
    }

    @Test
    void takesTextsThatAColumnOfTextTakes() {
        String json =
                Json.write(OperationCodec.encode(List.of(new Operation.Execute("a\u0000\ud800\u001b", List.of()))));

        assertThat(json).isEqualTo("[{\"is\":\"Execute\",\"sql\":\"a\\u0000\\ud800\\u001b\",\"parameters\":[]}]");
    }

    @Test
    void refusesWhatIsNoOperation() {
        for (String json : List.of(
                "[{\"is\":\"Runtime\"}]",
                "[{\"is\":\"CreateSchema\",\"name\":7}]",
                "[7]",
                "[{\"is\":\"Execute\",\"sql\":\"x\",\"parameters\":[{\"Runtime\":\"x\"}]}]")) {
            assertThatThrownBy(() -> OperationCodec.decode((List<?>) Objects.requireNonNull(Json.read(json))))
                    .as(json)
                    .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
        }
        assertThatThrownBy(
                        () -> OperationCodec.encode(List.of(new Operation.Execute("x", List.of(new StringBuilder())))))
                .hasMessageContaining("java.lang.StringBuilder");
    }

    /** An array of bytes has no text of its own. */
    private static String plain(List<Operation> operations) {
        return operations.toString().replaceAll("\\[B@[0-9a-f]+", "bytes");
    }
}
