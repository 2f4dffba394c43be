// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** How the files of new revisions are named: a path below their location, with tokens in braces. */
final class FileNames {
    static final String USUAL = "{rev}_{slug}";
    static final int USUAL_SLUG = 40;

    private static final List<String> TOKENS =
            List.of("{rev}", "{slug}", "{epoch}", "{year}", "{month}", "{day}", "{hour}", "{minute}", "{second}");
    private static final Pattern TOKEN = Pattern.compile("\\{[^{}]*}");
    private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{N}_.\\- ]*");

    /** A slug with what separates it from its neighbour. */
    private static final Pattern SEPARATED_SLUG = Pattern.compile("^\\{slug}[_. -]?|[_. -]?\\{slug}");

    private final String template;
    private final int longestSlug;

    private FileNames(String template, int longestSlug) {
        this.template = template;
        this.longestSlug = longestSlug;
    }

    /**
     * Reads a template such as {@code y{year}/{rev}_{slug}}.
     *
     * @throws MigrationException with code CONFIG_BAD_VALUE if no file could be named by it
     */
    static FileNames parse(String template, int longestSlug) {
        FileNames names = new FileNames(template.strip(), longestSlug);
        names.checkTokens();
        names.segments().forEach(names::checkSegment);
        return names;
    }

    private void checkTokens() {
        List<String> unknown = TOKEN.matcher(template)
                .results()
                .map(found -> found.group())
                .filter(token -> !TOKENS.contains(token))
                .toList();
        if (!unknown.isEmpty()) {
            throw bad("has " + String.join(", ", unknown) + "; the tokens are " + String.join(" ", TOKENS) + ".");
        }
        if (!segments().get(segments().size() - 1).contains("{rev}")) {
            throw bad("needs {rev} in the file's own name, so that no two files are called the same; the tokens are "
                    + String.join(" ", TOKENS) + ".");
        }
    }

    private void checkSegment(String segment) {
        String literal = TOKEN.matcher(segment).replaceAll("");
        if (segment.isEmpty() || segment.startsWith(".")) {
            throw bad("has a folder or a file name that is empty or begins with a full stop. Name it with letters.");
        }
        if (!LITERAL.matcher(literal).matches()) {
            throw bad("has characters in \"" + segment
                    + "\" that no file name should have. Beside the tokens there may be"
                    + " letters, digits, blanks and _ - . with / for folders.");
        }
    }

    boolean hasFolders() {
        return template.contains("/");
    }

    /** Where the revision's file stands, below the folder that it is written to. */
    Path path(NewRevision revision) {
        List<String> segments = segments();
        int last = segments.size() - 1;
        String name = segment(segments.get(last), revision);
        if (revision.language() == Language.JAVA) {
            name = className(segments.get(last), name);
        }
        List<String> folders = segments.subList(0, last).stream()
                .map(folder -> segment(folder, revision))
                .filter(folder -> !folder.isEmpty())
                .toList();
        return Path.of(
                "",
                Stream.concat(
                                folders.stream(),
                                Stream.of(name + revision.language().extension()))
                        .toArray(String[]::new));
    }

    private String segment(String segment, NewRevision revision) {
        String slug = Slug.of(revision.message(), longestSlug);
        String open = slug.isEmpty() ? SEPARATED_SLUG.matcher(segment).replaceAll("") : segment;
        Map<String, Function<NewRevision, String>> other = Map.of(
                "{rev}", FileNames::id,
                "{slug}", each -> slug,
                "{epoch}", each -> String.valueOf(each.createdAt().toEpochSecond()));
        return TOKEN.matcher(open)
                .replaceAll(token -> Matcher.quoteReplacement(
                        other.getOrDefault(token.group(), each -> time(token.group(), each.createdAt()))
                                .apply(revision)));
    }

    private static String time(String token, ZonedDateTime time) {
        String field = token.substring(1, token.length() - 1).toUpperCase(Locale.ROOT);
        return switch (field) {
            case "YEAR" -> String.format(Locale.ROOT, "%04d", time.getYear());
            case "MONTH" -> twoDigits(time, ChronoField.MONTH_OF_YEAR);
            case "DAY" -> twoDigits(time, ChronoField.DAY_OF_MONTH);
            case "HOUR" -> twoDigits(time, ChronoField.HOUR_OF_DAY);
            case "MINUTE" -> twoDigits(time, ChronoField.MINUTE_OF_HOUR);
            default -> twoDigits(time, ChronoField.SECOND_OF_MINUTE);
        };
    }

    private static String twoDigits(ZonedDateTime time, ChronoField field) {
        return String.format(Locale.ROOT, "%02d", time.get(field));
    }

    private static String id(NewRevision revision) {
        return id(revision.id(), revision.language());
    }

    /** An id as it stands in the name of a file, and of a class. */
    static String id(String id, Language language) {
        return id.replaceAll(language == Language.JAVA ? "[^A-Za-z0-9_]" : "[^A-Za-z0-9_.-]", "_");
    }

    /** A class may not begin with a digit, as ids often do; a template that begins with a letter has its own way. */
    private String className(String segment, String name) {
        boolean named = Character.isJavaIdentifierStart(segment.charAt(0));
        String className = named ? name : "R" + name;
        if (!SourceVersion.isIdentifier(className) || SourceVersion.isKeyword(className)) {
            throw bad(
                    "makes the name " + className + ", which no Java class can have. Use letters, digits and _ only, or"
                            + " limbeck.revision-language=sql.");
        }
        return className;
    }

    private List<String> segments() {
        return List.of(template.split("/", -1));
    }

    private MigrationException bad(String reason) {
        return new MigrationException(ErrorCode.CONFIG_BAD_VALUE, "limbeck.file-template=" + template + " " + reason);
    }
}
