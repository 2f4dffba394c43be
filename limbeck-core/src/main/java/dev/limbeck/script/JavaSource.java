// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Definitions;
import dev.limbeck.script.JavaCode.Call;
import java.lang.reflect.Method;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a Java revision. */
final class JavaSource {
    /** A method of the class file takes 64 KB; no part of an expression takes more than 15 bytes, most take far less. */
    private static final int LARGEST_METHOD = 4_000;

    private static final Map<String, String> IMPORTS = Map.of(
            "List.of", "java.util.List",
            "new BigDecimal", "java.math.BigDecimal",
            "new BigInteger", "java.math.BigInteger");

    /** The words that are imported statically. */
    private static final Set<String> DEFINITIONS = Stream.of(Definitions.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Definitions.class)
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final NewRevision revision;
    private final StringBuilder out = new StringBuilder();

    private JavaSource(NewRevision revision) {
        this.revision = revision;
    }

    static String of(NewRevision revision) {
        return new JavaSource(revision).write();
    }

    private String write() {
        List<JavaCode> upgrade = JavaRenderer.render(revision.upgrade());
        List<JavaCode> downgrade = JavaRenderer.render(revision.downgrade());
        if (!revision.javaPackage().isEmpty()) {
            out.append("package ").append(revision.javaPackage()).append(";\n\n");
        }
        imports(Stream.concat(upgrade.stream(), downgrade.stream())
                .flatMap(JavaCode::parts)
                .flatMap(JavaSource::called)
                .collect(Collectors.toSet()));
        out.append('\n').append(Javadoc.write(revision.message()));
        annotation();
        out.append("public class ").append(FileName.stem(revision)).append(" implements Migration {\n\n");
        methods("upgrade", upgrade, revision.remarks());
        out.append('\n');
        methods("downgrade", downgrade, List.of());
        return out.append("}\n").toString();
    }

    private static Stream<String> called(JavaCode part) {
        return part instanceof Call call ? Stream.of(call.name()) : Stream.empty();
    }

    private void imports(Set<String> called) {
        if (called.stream().anyMatch(DEFINITIONS::contains)) {
            out.append("import static dev.limbeck.operation.Definitions.*;\n\n");
        }
        Stream.concat(
                        Stream.of("dev.limbeck.Migration", "dev.limbeck.Revision", "dev.limbeck.operation.Operations"),
                        IMPORTS.keySet().stream().filter(called::contains).map(IMPORTS::get))
                .sorted()
                .forEach(name -> out.append("import ").append(name).append(";\n"));
    }

    private void annotation() {
        List<String> values = new ArrayList<>();
        values.add("id = " + JavaLiteral.quoted(revision.id()));
        addValue(values, "downRevision", revision.downRevisions());
        addValue(values, "branchLabels", revision.labels());
        addValue(values, "dependsOn", revision.dependsOn());
        values.add("createdAt = \"" + revision.createdAt().truncatedTo(ChronoUnit.SECONDS) + "\"");
        String line = "@Revision(" + String.join(", ", values) + ")";
        out.append(
                        line.length() <= JavaCode.WIDTH
                                ? line
                                : "@Revision(\n        " + String.join(",\n        ", values) + ")")
                .append('\n');
    }

    private static void addValue(List<String> values, String name, List<String> ids) {
        String literals = ids.stream().map(JavaLiteral::quoted).collect(Collectors.joining(", "));
        if (!ids.isEmpty()) {
            values.add(name + " = " + (ids.size() == 1 ? literals : "{" + literals + "}"));
        }
    }

    /** One method, which calls others in turn if its statements are too many for one. */
    private void methods(String name, List<JavaCode> statements, List<String> remarks) {
        List<List<JavaCode>> parts = parts(statements);
        out.append("    @Override\n    public void ").append(name).append("(Operations op) {\n");
        for (String remark : remarks) {
            // A unicode escape is one even in a comment.
            for (String line : Lines.wrap(remark.replace("\\u", "\\\\u"), JavaCode.WIDTH - "        // ".length())) {
                out.append("        // ").append(line).append('\n');
            }
        }
        if (statements.isEmpty()) {
            out.append("        // nothing to do\n");
        } else if (parts.size() == 1) {
            statements(statements);
        } else {
            for (int i = 1; i <= parts.size(); i++) {
                out.append("        ").append(name).append(i).append("(op);\n");
            }
        }
        out.append("    }\n");
        for (int i = 1; i <= parts.size() && parts.size() > 1; i++) {
            out.append("\n    private void ").append(name).append(i).append("(Operations op) {\n");
            statements(parts.get(i - 1));
            out.append("    }\n");
        }
    }

    private void statements(List<JavaCode> statements) {
        for (JavaCode statement : statements) {
            out.append("        ");
            statement.print(out, 8, 1);
            out.append(";\n");
        }
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
