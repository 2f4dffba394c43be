// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the JDBC driver the command says which dependency to add; a story cannot take it off the class path. */
class MissingDriverIT {

    @TempDir
    private Path folder;

    @Test
    void namesTheDependencyToAdd() throws IOException, ReflectiveOperationException {
        Files.writeString(
                folder.resolve("limbeck.properties"),
                "limbeck.url=jdbc:sqlite:shop.db\nlimbeck.locations=migrations\n");

        assertThat(attemptWithoutDriver())
                .contains("exitCode=1")
                .contains("FAILED: ")
                .contains("<groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId>")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("shop.db")).doesNotExist();
    }

    private String attemptWithoutDriver() throws IOException, ReflectiveOperationException {
        List<URL> all = Application.own();
        URL[] rest = all.stream()
                .filter(url -> !url.toString().contains("sqlite-jdbc"))
                .toArray(URL[]::new);
        assertThat(rest).hasSize(all.size() - 1);
        try (URLClassLoader loader = new URLClassLoader(rest, ClassLoader.getPlatformClassLoader())) {
            Object attempt = Class.forName(Attempt.class.getName(), true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked") // the class implements just that
            Function<Path, String> function = (Function<Path, String>) attempt;
            return function.apply(folder);
        }
    }

    /** Runs a command in whatever class loader this class is loaded by. */
    public static final class Attempt implements Function<Path, String> {
        @Override
        public String apply(Path folder) {
            return Limbeck.run(folder, List.of("upgrade", "head")).toString();
        }
    }
}
