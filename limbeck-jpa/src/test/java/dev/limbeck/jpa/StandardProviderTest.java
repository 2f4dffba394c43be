// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.models.ModelScript;
import org.junit.jupiter.api.Test;

class StandardProviderTest {

    @Test
    void hasAnotherProviderWriteItsScript() {
        ModelScript script = ModelScripts.script(
                "jpa:dev.limbeck.jpa.standard", ModelScripts.POSTGRESQL, ModelScripts.with("eclipselink"));

        assertThat(script.texts())
                .anyMatch(sql -> sql.startsWith("CREATE TABLE AUTHOR (ID"))
                .anyMatch(sql -> sql.startsWith("CREATE TABLE AUTHOR_WORK"))
                .anyMatch(sql -> sql.contains("FOREIGN KEY (Author_ID) REFERENCES AUTHOR (ID)"))
                .noneMatch(sql -> sql.endsWith(";"));
    }
}
