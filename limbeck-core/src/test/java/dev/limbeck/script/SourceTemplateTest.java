// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTemplateTest {
    @TempDir
    private Path folder;

    @Test
    void leavesOutALineThatHasNothingToSayAndTheEmptyLineAfterIt() throws IOException {
        assertThat(render("package ${none};\n\na\n\n- ${none}\n\nb ${one}\n")).isEqualTo("a\n\nb 1\n");
    }

    @Test
    void repeatsWhatStandsBeforeSeveralLines() throws IOException {
        assertThat(render("-- ${three} end\r\n")).isEqualTo("-- x\n--\n-- z end\n");
    }

    @Test
    void keepsABraceBehindADoubledDollarSign() throws IOException {
        assertThat(render("$${one} $1 $$ {one} ${one}")).isEqualTo("${one} $1 $$ {one} 1\n");
    }

    @Test
    void saysWhichPlaceholderIsUnknownAndWhichAreThere() {
        assertThatThrownBy(() -> render("a\n${tow}"))
                .hasMessageContaining("line 2, has ${tow}; the placeholders are ${none}, ${one}, ${three}");
    }

    @Test
    void refusesToLoseWhatIsNeeded() {
        assertThatThrownBy(() -> render("a", Set.of("one"))).hasMessageContaining("has no ${one}");
    }

    private String render(String template) throws IOException {
        return render(template, Set.of());
    }

    private String render(String template, Set<String> needed) throws IOException {
        Path file = folder.resolve("template");
        Files.writeString(file, template);
        Map<String, SourceTemplate.Filling> fillings = Map.of(
                "none", column -> List.of(),
                "one", column -> List.of("1"),
                "three", column -> List.of("x", "", "z"));
        return SourceTemplate.read(Language.SQL, file).render(fillings, needed);
    }
}
