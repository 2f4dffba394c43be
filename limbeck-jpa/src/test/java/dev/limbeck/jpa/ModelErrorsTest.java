// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static dev.limbeck.jpa.ModelScripts.POSTGRESQL;
import static dev.limbeck.jpa.ModelScripts.SQLITE;
import static dev.limbeck.jpa.ModelScripts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelErrorsTest {

    @Test
    void saysWhereItLookedForEntities() {
        MigrationException failure = failureOf(() -> script("jpa:dev.limbeck.jpa.nothing", SQLITE));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODELS_EMPTY);
        assertThat(failure)
                .hasMessageStartingWith("No JPA entity is in dev.limbeck.jpa.nothing"
                        + " (limbeck.models=jpa:dev.limbeck.jpa.nothing).")
                .hasMessageContaining(ModelScripts.TEST_CLASSES.toString())
                .hasMessageContaining("mvn compile");
    }

    @Test
    void namesOnlyThePackagesThatAreEmpty() {
        MigrationException failure = failureOf(() -> script("jpa:dev.limbeck.jpa.shop,dev.limbeck.jpa.shpo", SQLITE));

        assertThat(failure).hasMessageStartingWith("No JPA entity is in dev.limbeck.jpa.shpo (");
    }

    @Test
    void saysThatAFolderIsMissing(@TempDir Path folder) {
        Path missing = folder.resolve("target/classes");

        assertThat(failureOf(() -> script("jpa:com.example", SQLITE, List.of(missing))))
                .hasMessageContaining(missing + " (which does not exist)");
    }

    @Test
    void beginsWithTheProvidersOwnReason() {
        MigrationException failure = failureOf(() -> script("jpa:dev.limbeck.jpa.rejected", SQLITE));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODELS_REJECTED);
        assertThat(failure)
                .hasMessageStartingWith("Entity 'dev.limbeck.jpa.rejected.NoIdentifier' has no identifier")
                .hasMessageContaining("limbeck.models=jpa:dev.limbeck.jpa.rejected");
    }

    @Test
    void takesTheProviderOfTheApplicationWhereThereIsOne() {
        List<Path> classpath = ModelScripts.with("hibernate-6.6");

        assertThat(failureOf(() -> script("jpa:dev.limbeck.jpa.broken", SQLITE, classpath)))
                .hasMessageContaining("mapped by Hibernate ORM " + applicationVersion() + " for SQLite")
                .hasMessageContaining("dev.limbeck.jpa.broken.Orphan");
        assertThat(failureOf(() -> script("jpa:dev.limbeck.jpa.broken", POSTGRESQL)))
                .hasMessageContaining("mapped by Hibernate ORM " + Version.getVersionString() + " for PostgreSQL");
    }

    @Test
    void saysWhichDependencyHasTheDialectOfSqlite() {
        List<Path> classpath = ModelScripts.with("hibernate-6.6").stream()
                .filter(jar -> !jar.toString().contains("community-dialects"))
                .toList();

        assertThat(failureOf(() -> script("jpa:dev.limbeck.jpa.shop", SQLITE, classpath)))
                .hasMessageContaining("<artifactId>hibernate-community-dialects</artifactId>" + "<version>"
                        + applicationVersion() + "</version>");
    }

    @Test
    void saysThatEntitiesAreOfTheTimeBeforeJakarta(@TempDir Path folder) throws IOException {
        compile(
                folder,
                "package javax.persistence; import java.lang.annotation.*;"
                        + " @Retention(RetentionPolicy.RUNTIME) public @interface Entity {}",
                "package old; @javax.persistence.Entity public class Relic {}");

        MigrationException failure = failureOf(() -> script("jpa:old", SQLITE, List.of(folder)));

        assertThat(failure.code()).isEqualTo(ErrorCode.MODELS_REJECTED);
        assertThat(failure)
                .hasMessageStartingWith("The annotations of old.Relic are of javax.persistence")
                .hasMessageContaining("jakarta.persistence:jakarta.persistence-api");
    }

    private static String applicationVersion() {
        String jar = ModelScripts.with("hibernate-6.6").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.startsWith("hibernate-core-6.6."))
                .findFirst()
                .orElseThrow();
        return jar.substring("hibernate-core-".length(), jar.length() - ".jar".length());
    }

    private static void compile(Path folder, String... sources) throws IOException {
        for (String source : sources) {
            String name = source.replaceFirst("(?s).* (?:class|@interface) (\\w+).*", "$1");
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, source);
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", folder.toString(), "-cp", folder.toString(), file.toString());
            assertThat(result).isZero();
        }
    }

    private static MigrationException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(MigrationException.class, call);
    }
}
