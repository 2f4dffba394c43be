// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Definitions;
import dev.limbeck.script.JavaCode.Call;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The text of a Java revision, made from a template. */
final class JavaSource {
    /** A method of the class file takes 64 KB; no part of an expression takes more than 15 bytes, most take far less. */
    private static final int LARGEST_METHOD = 4_000;

    private static final int INDENT = 4;

    private static final Map<String, String> IMPORTS = Map.of(
            "Duration.parse", "java.time.Duration",
            "List.of", "java.util.List",
            "new BigDecimal", "java.math.BigDecimal",
            "new BigInteger", "java.math.BigInteger");

    /** The words that are imported statically. */
    private static final Set<String> DEFINITIONS = Stream.of(Definitions.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Definitions.class)
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final NewRevision revision;
    private final Path path;
    private final List<JavaCode> upgrade;
    private final List<JavaCode> downgrade;

    private JavaSource(NewRevision revision, Path path) {
        this.revision = revision;
        this.path = path;
        this.upgrade = JavaRenderer.render(revision.upgrade(), revision.losses());
        this.downgrade = JavaRenderer.render(revision.downgrade(), Map.of());
    }

    /**
     * The text of the file.
     *
     * @param path where it will stand below the folder that the revision's package goes with
     */
    static String of(NewRevision revision, Path path, SourceTemplate template) {
        JavaSource source = new JavaSource(revision, path);
        Set<String> needed = new HashSet<>(Set.of("upgrade", "downgrade"));
        if (!source.methods(0).isEmpty()) {
            needed.add("methods");
        }
        if (!revision.remarks().isEmpty()) {
            needed.add("remarks");
        }
        return template.render(source.fillings(), needed);
    }

    private Map<String, SourceTemplate.Filling> fillings() {
        Map<String, SourceTemplate.Filling> fillings = new LinkedHashMap<>();
        fillings.put("package", column -> optional(packageName()));
        fillings.put("imports", column -> imports());
        fillings.put("javadoc", column -> lines(Javadoc.write(revision.message())));
        fillings.put("annotation", this::annotation);
        fillings.put("class", column -> List.of(className(path)));
        fillings.put("remarks", this::remarks);
        fillings.put("upgrade", column -> body("upgrade", upgrade, column));
        fillings.put("downgrade", column -> body("downgrade", downgrade, column));
        fillings.put("methods", this::methods);
        fillings.put("message", column -> optional(Javadoc.escape(String.join(" ", words(revision.message())))));
        fillings.put("id", column -> List.of(revision.id()));
        fillings.put("parents", column -> List.of(String.join(", ", revision.downRevisions())));
        fillings.put("branch-labels", column -> optional(String.join(", ", revision.labels())));
        fillings.put("depends-on", column -> optional(String.join(", ", revision.dependsOn())));
        fillings.put("created-at", column -> List.of(revision.created()));
        return fillings;
    }

    /** A file's name is that of its class. */
    static String className(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - Language.JAVA.extension().length());
    }

    /** The package of a class that stands so many folders further down. */
    private String packageName() {
        List<String> names = new ArrayList<>(optional(revision.javaPackage()));
        Path folder = path.getParent();
        if (folder != null) {
            folder.forEach(name -> names.add(name.toString()));
        }
        String name = String.join(".", names);
        if (!name.isEmpty() && !SourceVersion.isName(name)) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "The file " + path + " would be in the Java package " + name
                            + ", which cannot be: each part is a name"
                            + " that begins with a letter. Name the folders so, as in y{year}/m{month}, or use --lang sql."
                            + " No file was written.");
        }
        return name;
    }

    private static List<String> words(String message) {
        return List.of(message.strip().split("\\s+", -1));
    }

    private static List<String> optional(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.stripTrailing().split("\n", -1));
    }

    private List<String> imports() {
        Set<String> called = Stream.concat(upgrade.stream(), downgrade.stream())
                .flatMap(JavaCode::parts)
                .flatMap(JavaSource::called)
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        if (called.stream().anyMatch(DEFINITIONS::contains)) {
            lines.add("import static dev.limbeck.operation.Definitions.*;");
            lines.add("");
        }
        Stream.concat(
                        Stream.of("dev.limbeck.Migration", "dev.limbeck.Revision", "dev.limbeck.operation.Operations"),
                        IMPORTS.keySet().stream().filter(called::contains).map(IMPORTS::get))
                .sorted()
                .forEach(name -> lines.add("import " + name + ";"));
        return lines;
    }

    private static Stream<String> called(JavaCode part) {
        return part instanceof Call call ? Stream.of(call.name()) : Stream.empty();
    }

    private List<String> annotation(int column) {
        List<String> values = new ArrayList<>();
        values.add("id = " + JavaLiteral.quoted(revision.id()));
        addValue(values, "downRevision", revision.downRevisions());
        addValue(values, "branchLabels", revision.labels());
        addValue(values, "dependsOn", revision.dependsOn());
        values.add("createdAt = \"" + revision.created() + "\"");
        String line = "@Revision(" + String.join(", ", values) + ")";
        return line.length() + column <= JavaCode.WIDTH
                ? List.of(line)
                : lines("@Revision(\n        " + String.join(",\n        ", values) + ")");
    }

    private static void addValue(List<String> values, String name, List<String> ids) {
        String literals = ids.stream().map(JavaLiteral::quoted).collect(Collectors.joining(", "));
        if (!ids.isEmpty()) {
            values.add(name + " = " + (ids.size() == 1 ? literals : "{" + literals + "}"));
        }
    }

    private List<String> remarks(int column) {
        // A unicode escape is one even in a comment.
        return revision.remarks().stream()
                .map(remark -> remark.replace("\\u", "\\\\u"))
                .flatMap(remark -> Lines.wrap(remark, JavaCode.WIDTH - column).stream())
                .toList();
    }

    /** What stands in one method, which calls others in turn if its statements are too many for one. */
    private static List<String> body(String name, List<JavaCode> statements, int column) {
        int parts = parts(statements).size();
        if (statements.isEmpty()) {
            return List.of("// nothing to do");
        }
        return parts == 1
                ? statements(statements, column)
                : IntStream.rangeClosed(1, parts)
                        .mapToObj(part -> name + part + "(op);")
                        .toList();
    }

    /** The methods that the two are split into, if they are; each behind an empty line. */
    private List<String> methods(int column) {
        List<String> lines = new ArrayList<>();
        addMethods(lines, "upgrade", upgrade, column);
        addMethods(lines, "downgrade", downgrade, column);
        return lines;
    }

    private static void addMethods(List<String> lines, String name, List<JavaCode> statements, int column) {
        List<List<JavaCode>> parts = parts(statements);
        for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
            lines.add("");
            lines.add("private void " + name + (i + 1) + "(Operations op) {");
            statements(parts.get(i), column + INDENT)
                    .forEach(line -> lines.add(line.isEmpty() ? line : " ".repeat(INDENT) + line));
            lines.add("}");
        }
    }

    /** The statements as they are broken behind so many characters, without these. */
    static List<String> statements(List<JavaCode> statements, int column) {
        StringBuilder out = new StringBuilder();
        for (JavaCode statement : statements) {
            out.append(" ".repeat(column));
            statement.print(out, column, 1);
            out.append(";\n");
        }
        return lines(out.toString()).stream()
                .map(line -> line.isEmpty() ? line : line.substring(column))
                .toList();
    }

    private static List<List<JavaCode>> parts(List<JavaCode> statements) {
        List<List<JavaCode>> parts = new ArrayList<>();
        long size = LARGEST_METHOD;
        for (JavaCode statement : statements) {
            long count = statement.parts().count();
            if (size + count > LARGEST_METHOD) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).add(statement);
            size += count;
        }
        return parts;
    }
}
