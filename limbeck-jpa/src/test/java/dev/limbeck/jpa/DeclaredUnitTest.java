// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static dev.limbeck.jpa.ModelScripts.POSTGRESQL;
import static dev.limbeck.jpa.ModelScripts.SQLITE;
import static dev.limbeck.jpa.ModelScripts.script;
import static dev.limbeck.jpa.ModelScripts.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.models.ModelScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredUnitTest {
    private static final String LISTED = """
            <persistence-unit name="library" transaction-type="JTA">
              <jta-data-source>java:/library</jta-data-source>
              <class>dev.limbeck.jpa.standard.Author</class>
              <class>dev.limbeck.jpa.standard.Work</class>
              <exclude-unlisted-classes/>
              <properties>
                <property name="jakarta.persistence.jdbc.url" value="jdbc:nowhere:at:all"/>
                <property name="hibernate.hbm2ddl.auto" value="create-drop"/>
                <property name="hibernate.type.preferred_boolean_jdbc_type" value="SMALLINT"/>
                <property name="hibernate.physical_naming_strategy"
                  value="org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"/>
              </properties>
            </persistence-unit>
            """;

    @TempDir
    Path folder;

    private List<Path> classpath(String... jars) {
        List<Path> classpath = new ArrayList<>(List.of(folder));
        classpath.addAll(ModelScripts.with(jars));
        return classpath;
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(file, content);
    }

    private void units(String units) throws IOException {
        file(
                "META-INF/persistence.xml",
                "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'>" + units + "</persistence>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hibernate-6.6"})
    void mapsWhatTheFileListsWithItsProperties(String provider) throws IOException {
        units(LISTED);

        ModelScript script =
                script("jpa-unit:library", POSTGRESQL, provider.isEmpty() ? classpath() : classpath(provider));

        assertThat(table(script, "author")).contains("pen_name varchar(255) unique");
        assertThat(script.texts())
                .filteredOn(sql -> sql.startsWith("create table"))
                .hasSize(3);
    }

    @Test
    void honoursMappingFiles() throws IOException {
        units("<persistence-unit name='xml'><mapping-file>META-INF/authors.xml</mapping-file></persistence-unit>");
        file("META-INF/authors.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                  <entity class="dev.limbeck.jpa.nothing.Note" access="FIELD" metadata-complete="true">
                    <table name="notes"/>
                    <attributes>
                      <id name="id"/>
                      <basic name="text"><column name="words" length="99"/></basic>
                    </attributes>
                  </entity>
                </entity-mappings>
                """);

        assertThat(table(script("jpa-unit:xml", SQLITE, classpath()), "notes")).contains("words varchar(99)");
    }

    @Test
    void findsTheClassesBesideTheFileUnlessItExcludesThem() throws IOException {
        units("<persistence-unit name='near'/>");
        Path own = Path.of("dev/limbeck/jpa/standard/Work.class");
        Files.createDirectories(folder.resolve(own).getParent());
        Files.copy(ModelScripts.TEST_CLASSES.resolve(own), folder.resolve(own));

        assertThat(table(script("jpa-unit:near", SQLITE, classpath()), "Work")).contains("title");
    }

    @Test
    void namesTheUnitsThatThereAre() throws IOException {
        units(LISTED + "<persistence-unit name='other'/>");

        assertThatThrownBy(() -> script("jpa-unit:libary", SQLITE, classpath()))
                .hasMessageStartingWith("There is no persistence unit libary")
                .hasMessageContaining("The units are library, other");
    }

    @Test
    void doesNotPassOverAListedClassThatIsMissing() throws IOException {
        units("<persistence-unit name='gone'><class>com.example.Gone</class></persistence-unit>");

        assertThatThrownBy(() -> script("jpa-unit:gone", SQLITE, classpath()))
                .hasMessageContaining("lists classes that are not there: com.example.Gone");
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        file("META-INF/persistence.xml", "<persistence>");

        assertThatThrownBy(() -> script("jpa-unit:library", SQLITE, classpath()))
                .hasMessageStartingWith("Cannot read ")
                .hasMessageContaining("persistence.xml");
    }
}
