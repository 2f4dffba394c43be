// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.config.Sources;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {
    @TempDir
    private Path folder;

    @Test
    void fitsAMavenProjectWithEntities() throws IOException {
        pom();
        entity("com/example/shop/model/Book.java", "com.example.shop.model");
        entity("com/example/shop/model/stock/Shelf.java", "com.example.shop.model.stock");
        entity("com/example/shop/people/Author.java", "com.example.shop.people");

        Init.Result result = init(Map.of());

        assertThat(file()).hasContent("""
                        # Limbeck migrates the database of bookshop. Each key can be overridden: --url, -Dlimbeck.url, LIMBECK_URL.

                        # No datasource was found; a file will do to begin with.
                        limbeck.url=jdbc:sqlite:bookshop.db

                        limbeck.locations=src/main/java/com/example/shop/migrations
                        limbeck.package=com.example.shop.migrations

                        limbeck.models=jpa:com.example.shop.model,com.example.shop.people
                        limbeck.classpath=maven
                        """);
        assertThat(result.found())
                .containsExactly(
                        "Maven project bookshop",
                        "3 entities in com.example.shop.model, com.example.shop.model.stock, com.example.shop.people");
        assertThat(result.actions())
                .containsExactly(
                        new Init.Action(
                                Init.Deed.CREATED_DIRECTORY,
                                folder.resolve("src/main/java/com/example/shop/migrations")),
                        new Init.Action(Init.Deed.GENERATED, file()));
        assertThat(result.advice()).isEmpty();
        assertThat(folder.resolve("src/main/java/com/example/shop/migrations")).isEmptyDirectory();
    }

    @Test
    void writesWhatSettingsCanRead() throws IOException {
        pom();
        entity("a/b/Book.java", "a.b");
        init(Map.of("limbeck.lock-timeout", "30s"));

        Settings settings = load(Map.of());

        assertThat(settings.get(Options.MODELS)).isEqualTo("jpa:a.b");
        assertThat(settings.get(Options.LOCATIONS)).containsExactly("src/main/java/a/b/migrations");
        assertThat(settings.get(Options.LOCK_TIMEOUT)).hasSeconds(30);
    }

    @Test
    void takesTheDatasourceOfSpringButNotItsPassword() throws IOException {
        pom();
        write("src/main/resources/application.properties", """
                db.host=db.example
                spring.datasource.url=jdbc:postgresql://${db.host}:${db.port:5432}/shop?password=hunter2&ssl=true
                spring.datasource.username=shop
                spring.datasource.password=hunter2
                #---
                spring.config.activate.on-profile=prod
                spring.datasource.url=jdbc:postgresql://prod/shop
                """);
        write(
                "src/main/java/com/example/ShopApplication.java",
                "package com.example;\n@SpringBootApplication class ShopApplication {}");

        Init.Result result = init(Map.of());

        assertThat(file())
                .content()
                .contains("""
                        # As in src/main/resources/application.properties.
                        limbeck.url=jdbc:postgresql://db.example:${DB_PORT:5432}/shop?ssl=true
                        limbeck.user=shop
                        limbeck.password=${SPRING_DATASOURCE_PASSWORD}
                        """)
                .contains("limbeck.package=com.example.migrations")
                .contains("limbeck.jpa.spring-naming=true")
                .doesNotContain("hunter2");
        assertThat(result.advice())
                .contains("The password was not copied: set the environment variable SPRING_DATASOURCE_PASSWORD.");
        assertThat(result.toString()).doesNotContain("hunter2");
        assertThat(load(Map.of("SPRING_DATASOURCE_PASSWORD", "s3", "DB_PORT", "6"))
                        .get(Options.URL))
                .isEqualTo("jdbc:postgresql://db.example:6/shop?ssl=true");
    }

    @Test
    void readsYamlAsSpringDoes() throws IOException {
        pom();
        write("src/main/resources/application.yml", """
                # comment
                spring:
                  datasource:
                    url: "jdbc:sqlite:shop.db"   # beside the application
                    username: shop
                    password: ${DB_PASSWORD}
                  jpa:
                    hibernate:
                      naming:
                        physical-strategy: com.example.Naming
                    properties:
                      hibernate:
                        default_schema: shop
                        default_batch_fetch_size: 16
                        format_sql: true
                  profiles:
                    group:
                      - a
                ---
                spring.config.activate.on-profile: prod
                spring.datasource.url: jdbc:postgresql://prod/shop
                """);

        init(Map.of());

        assertThat(file())
                .content()
                .contains("limbeck.url=jdbc:sqlite:shop.db\nlimbeck.user=shop\nlimbeck.password=${DB_PASSWORD}\n")
                .contains("limbeck.jpa.spring-naming=true\n")
                .contains("limbeck.jpa.hibernate.physical_naming_strategy=com.example.Naming\n")
                .contains("limbeck.jpa.hibernate.default_schema=shop\n")
                .doesNotContain("batch_fetch", "format_sql", "prod");
    }

    @Test
    void prefersWhatWasSaid() throws IOException {
        pom();
        entity("com/example/Book.java", "com.example");
        write("src/main/resources/application.properties", "spring.datasource.url=jdbc:sqlite:spring.db");

        init(Map.of(
                "limbeck.url", "jdbc:sqlite:said.db",
                "limbeck.models", "sql:schema.sql",
                "limbeck.locations", "src/main/java/org/other/db",
                "limbeck.schemas", "public"));

        assertThat(file())
                .content()
                .contains("limbeck.url=jdbc:sqlite:said.db")
                .contains("limbeck.locations=src/main/java/org/other/db\nlimbeck.package=org.other.db\n")
                .contains("limbeck.models=sql:schema.sql")
                .contains("limbeck.schemas=public")
                .doesNotContain("spring.db", "com.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'limbeck.package=org.db',                                 src/main/java/org/db,         org.db",
        "'limbeck.revision-language=sql',                          src/main/resources/migrations,",
        "'limbeck.locations=db/java',                              db/java,                      a.migrations",
    })
    void placesTheRevisions(String said, String location, String packageName) throws IOException {
        pom();
        entity("a/Book.java", "a");
        String[] pair = said.split("=", 2);

        init(Map.of(pair[0], pair[1]));

        Settings settings = load(Map.of());
        assertThat(settings.get(Options.LOCATIONS)).containsExactly(location);
        assertThat(settings.find(Options.PACKAGE).orElse(null)).isEqualTo(packageName);
        assertThat(folder.resolve(location)).isDirectory();
    }

    @Test
    void neverWritesASecretThatWasSaid() throws IOException {
        Init.Result result = init(
                Map.of("limbeck.password", "hunter2", "limbeck.url", "jdbc:postgresql://h/d?user=a&password=hunter3"));

        assertThat(file())
                .content()
                .contains("limbeck.url=jdbc:postgresql://h/d?user=a\n")
                .contains("limbeck.password=${LIMBECK_PASSWORD}\n")
                .doesNotContain("hunter");
        assertThat(result.advice()).contains("limbeck.password was not written: set LIMBECK_PASSWORD.");
    }

    @Test
    void overwritesNothing() throws IOException {
        pom();
        entity("a/Book.java", "a");
        write("limbeck.properties", "mine");

        assertThatThrownBy(() -> init(Map.of()))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_EXISTS))
                .hasMessageStartingWith(file() + " exists already");
        assertThat(file()).hasContent("mine");
        assertThat(folder.resolve("src/main/java/a/migrations")).doesNotExist();
    }

    @Test
    void refusesAnUnknownKeyBeforeItWritesAnything() {
        assertThatThrownBy(() -> init(Map.of("limbeck.model", "jpa:a")))
                .hasMessage("Unknown key limbeck.model in the command line; did you mean limbeck.models?");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void worksInAnEmptyFolder() throws IOException {
        Init.Result result = init(Map.of());

        assertThat(load(Map.of()).get(Options.URL)).isEqualTo("jdbc:sqlite:" + folder.getFileName() + ".db");
        assertThat(load(Map.of()).get(Options.LOCATIONS)).containsExactly("migrations");
        assertThat(load(Map.of()).find(Options.MODELS)).isEmpty();
        assertThat(file()).content().contains("# limbeck.models=jpa:com.example.model\n");
        assertThat(result.advice()).containsExactly("Set limbeck.models before the first revision --autogenerate.");
    }

    @Test
    void pointsAtTheModulesThatHaveEntities() throws IOException {
        write("pom.xml", "<project><artifactId>all</artifactId><modules><module>m</module></modules></project>");
        entity("m", "a/Book.java", "a");

        assertThat(init(Map.of()).advice())
                .containsExactly("There are entities in the module m: limbeck init is at home there.");
    }

    @Test
    void countsNoEntityInACommentOrOfTheOldApi() throws IOException {
        pom();
        write(
                "src/main/java/a/A.java",
                "package a;\nimport jakarta.persistence.*;\n/* @Entity */ class A {} // @Entity");
        write("src/main/java/a/B.java", "package a;\nimport javax.persistence.Entity;\n@Entity class B {}");

        Init.Result result = init(Map.of());

        assertThat(result.found()).containsExactly("Maven project bookshop");
        assertThat(result.advice())
                .containsExactly("The entities use javax.persistence; Limbeck reads those of jakarta.persistence.");
    }

    @Test
    void advisesWhenTheDatabaseIsNotKnown() throws IOException {
        Init.Result result = init(Map.of("limbeck.url", "jdbc:weird:shop", "limbeck.models", "sql:a.sql"));

        assertThat(result.advice()).anyMatch(advice -> advice.startsWith("Limbeck does not know the database of"));
    }

    @Test
    void keepsTheCacheOutOfGit() throws IOException {
        write(".gitignore", "target/");

        Init.Result result = init(Map.of());

        assertThat(folder.resolve(".gitignore")).hasContent("target/\n.limbeck/\n");
        assertThat(result.actions()).contains(new Init.Action(Init.Deed.APPENDED, folder.resolve(".gitignore")));
    }

    @Test
    void leavesGitAloneWhereTheCheckoutIgnoresTheCacheAlready() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        write(".gitignore", ".limbeck/\n");
        Path module = Files.createDirectories(folder.resolve("module"));

        new Init().run(new Init.Request(module.resolve("limbeck.properties"), Map.of(), null));

        assertThat(module.resolve(".gitignore")).doesNotExist();
    }

    @Test
    void writesAGitIgnoreInACheckoutWithoutOne() throws IOException {
        Files.createDirectories(folder.resolve(".git"));

        init(Map.of());

        assertThat(folder.resolve(".gitignore")).hasContent(".limbeck/\n");
    }

    @Test
    void saysThatAPomIsBroken() throws IOException {
        write("pom.xml", "<project>");

        assertThatThrownBy(() -> init(Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(folder.resolve("pom.xml") + " is not a well-formed pom.xml");
        assertThat(folder).isDirectoryNotContaining("glob:**limbeck.properties");
    }

    private Init.Result init(Map<String, String> said) {
        return new Init().run(new Init.Request(file(), said, null));
    }

    private Settings load(Map<String, String> environment) {
        return Settings.load(new Sources(Map.of(), Map.of(), Map.of(), environment, null, folder));
    }

    private Path file() {
        return folder.resolve("limbeck.properties");
    }

    private void pom() throws IOException {
        write(
                "pom.xml",
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><parent><artifactId>parent</artifactId></parent>"
                        + "<artifactId>bookshop</artifactId></project>");
    }

    private void entity(String path, String packageName) throws IOException {
        entity(".", path, packageName);
    }

    private void entity(String module, String path, String packageName) throws IOException {
        List<String> lines = List.of(
                "package " + packageName + ";", "", "import jakarta.persistence.Entity;", "", "@Entity", "class X {}");
        write(module + "/src/main/java/" + path, String.join("\n", lines));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
