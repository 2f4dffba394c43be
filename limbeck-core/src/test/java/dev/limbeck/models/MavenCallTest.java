// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenCallTest {
    /** The versions that the build of Limbeck itself uses, so that nothing more has to be downloaded. */
    private static final String PLUGINS = """
            <build><pluginManagement><plugins>
              <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.9.0</version></plugin>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
              <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
            </plugins></pluginManagement></build>
            <properties><maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
            """;

    @TempDir
    private Path folder;

    @Test
    void readsEachFormOfALine() {
        String text = """
                The following files have been resolved:
                   org.a:a:jar:1.0:compile:/m2/a-1.0.jar -- module org.a
                   org.b:b:jar:1.0:runtime:/m2/b-1.0.jar (optional) -- module org.b [auto]
                   org.c:c:jar:linux:1.0:provided:/m2/with space/c-1.0-linux.jar (optional )\s
                   org.d:d:jar:1.0:test:/m2/d-1.0.jar
                   org.e:e:pom:1.0:compile:/m2/e-1.0.pom

                """;

        assertThat(MavenCall.parse(
                        text.lines().map(line -> line.replaceFirst("\\s+$", "")).toList()))
                .containsExactly(
                        Path.of("/m2/a-1.0.jar"), Path.of("/m2/b-1.0.jar"), Path.of("/m2/with space/c-1.0-linux.jar"));
    }

    @Test
    void takesTheFolderOfAModuleThatIsInstalledNowhere() throws IOException {
        pom(".", "parent", "<packaging>pom</packaging><modules><module>model</module><module>shop</module></modules>");
        pom("model", "model", "");
        pom("shop", "shop", dependency("org.nowhere", "model", "1") + dependency("org.slf4j", "slf4j-api", "2.0.17"));
        Files.createDirectories(folder.resolve("model/src/main/java"));
        Files.writeString(folder.resolve("model/src/main/java/Order.java"), "class Order {}");
        Files.createDirectories(folder.resolve("shop/target/classes"));
        Files.writeString(folder.resolve("shop/target/classes/Shop.class"), "");

        assertThat(MavenClasspath.resolve(folder.resolve("shop"), folder.resolve("cache")))
                .hasSize(3)
                .startsWith(folder.resolve("shop/target/classes"), folder.resolve("model/target/classes"))
                .last()
                .asString()
                .endsWith("slf4j-api-2.0.17.jar");
    }

    private void pom(String module, String artifact, String body) throws IOException {
        String dependencies = body.startsWith("<dependency>") ? "<dependencies>" + body + "</dependencies>" : body;
        Files.createDirectories(folder.resolve(module));
        Files.writeString(
                folder.resolve(module).resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.nowhere</groupId><artifactId>" + artifact
                        + "</artifactId><version>1</version>" + dependencies + PLUGINS + "</project>");
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>";
    }
}
