// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenClasspathTest {
    private static final String POM = "<project><modelVersion>4.0.0</modelVersion>%s</project>";

    @TempDir
    private Path folder;

    private Path jar;
    private Path calls;

    /** A wrapper that answers what Maven would, and writes down that it was asked. */
    @BeforeEach
    void prepareProject() throws IOException {
        jar = write("repository/a b/driver-1.jar", "");
        calls = folder.resolve("calls");
        write("project/pom.xml", POM.formatted("<parent><relativePath>../parent.xml</relativePath></parent>"));
        write("parent.xml", POM.formatted(""));
        write("project/target/classes/shop/Order.class", "");
        wrapper("""
                for argument; do case "$argument" in -DoutputFile=*) file="${argument#-DoutputFile=}";; esac; done
                echo "$*" >> '%s'
                printf 'The following files have been resolved:\\n   org.x:driver:jar:1:runtime:%s (optional)\\n' > "$file"
                """.formatted(calls, jar));
    }

    private void wrapper(String script) throws IOException {
        Path wrapper = write("project/mvnw", "#!/bin/sh\n" + script);
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<Path> resolve() {
        return MavenClasspath.resolve(folder.resolve("project/target"), folder.resolve("cache"));
    }

    @Test
    void putsTheProjectsClassesFirst() {
        assertThat(resolve()).containsExactly(folder.resolve("project/target/classes"), jar);
    }

    @Test
    void asksMavenOnce() throws IOException {
        List<Path> first = resolve();

        assertThat(resolve()).isEqualTo(first);
        assertThat(Files.readAllLines(calls)).singleElement().asString().contains("dependency:list");
    }

    @Test
    void asksAgainWhenThePomOrAParentOfItChanges() throws IOException {
        resolve();
        write("parent.xml", POM.formatted("<packaging>pom</packaging>"));
        resolve();
        write("project/pom.xml", POM.formatted(""));
        resolve();

        assertThat(Files.readAllLines(calls)).hasSize(3);
    }

    @Test
    void asksAgainWhenAJarIsGone() throws IOException {
        resolve();
        Files.delete(jar);
        resolve();

        assertThat(Files.readAllLines(calls)).hasSize(2);
    }

    @Test
    void buildsTheModulesThatAModuleNeedsAlong() throws IOException {
        write("pom.xml", POM.formatted("<modules><module>project</module></modules>"));
        resolve();

        assertThat(Files.readAllLines(calls))
                .singleElement()
                .asString()
                .contains("--file " + folder.resolve("pom.xml") + " --projects project --also-make compile");
    }

    @Test
    void saysWhatMavenSaid() throws IOException {
        wrapper("""
                echo '[INFO] noise'
                echo '[ERROR] Could not find artifact org.x:driver:jar:1'
                echo '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.'
                exit 1
                """);

        assertThatThrownBy(this::resolve)
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CLASSPATH_FAILED))
                .hasMessageContaining(":\n  Could not find artifact org.x:driver:jar:1\nMake this work")
                .hasMessageNotContaining("noise");
    }

    @Test
    void saysToCompileFirst() throws IOException {
        Files.delete(folder.resolve("project/target/classes/shop/Order.class"));

        assertThatThrownBy(this::resolve)
                .hasMessageContaining("target/classes has no classes")
                .hasMessageEndingWith("Run mvn compile first.");
        assertThat(calls).doesNotExist();
    }

    @Test
    void saysThatThereIsNoProject() {
        assertThatThrownBy(() -> MavenClasspath.resolve(folder.resolve("repository"), folder))
                .hasMessageStartingWith("There is no pom.xml in " + folder.resolve("repository"));
    }
}
