// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.MigrationException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How the files of new revisions are named, and what they are made from. */
public final class FileStyle {
    private final FileNames names;
    private final Map<Language, Path> templates;

    private FileStyle(FileNames names, Map<Language, Path> templates) {
        this.names = names;
        this.templates = new EnumMap<>(templates);
    }

    /** The style of a project that has set nothing. */
    static FileStyle usual() {
        return of(FileNames.USUAL, FileNames.USUAL_SLUG);
    }

    /**
     * A style with the built-in templates.
     *
     * @param fileTemplate the name, with tokens in braces
     * @param longestSlug how many characters of the message go into it; 0 for all
     * @throws MigrationException with code CONFIG_BAD_VALUE if no file could be named so
     */
    public static FileStyle of(String fileTemplate, int longestSlug) {
        return new FileStyle(FileNames.parse(fileTemplate, longestSlug), new EnumMap<>(Language.class));
    }

    /** The style with a template of the project's own for one language. */
    public FileStyle withTemplate(Language language, Path file) {
        FileStyle style = new FileStyle(names, templates);
        style.templates.put(language, file);
        return style;
    }

    /** Whether new files go into folders below their location. */
    public boolean hasFolders() {
        return names.hasFolders();
    }

    /** The text of the template that is used where no other is set. */
    public static String builtInTemplate(Language language) {
        return SourceTemplate.builtInText(language);
    }

    FileNames names() {
        return names;
    }

    SourceTemplate template(Language language) {
        Path own = templates.get(language);
        return own == null ? SourceTemplate.builtIn(language) : SourceTemplate.read(language, own);
    }
}
