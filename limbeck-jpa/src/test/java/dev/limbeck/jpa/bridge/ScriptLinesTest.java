// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptLinesTest {

    @Test
    void takesEachLineForAStatement() {
        assertThat(ScriptLines.statements("create table a (b int);\n\ncreate table c (d int)\n"))
                .containsExactly("create table a (b int)", "create table c (d int)");
    }

    @Test
    void keepsTogetherWhatIsQuoted() {
        assertThat(ScriptLines.statements("comment on table a is 'one;\ntwo, it''s'\ndrop table \"x\ny\""))
                .containsExactly("comment on table a is 'one;\ntwo, it''s'", "drop table \"x\ny\"");
    }
}
