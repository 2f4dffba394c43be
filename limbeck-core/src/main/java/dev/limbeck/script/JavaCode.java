// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of Java source that knows how to break itself over lines. */
sealed interface JavaCode {
    int WIDTH = 120;
    int CONTINUATION = 8;

    /** The expression on one line; null for one that takes several. */
    @Nullable
    String flat();

    /** Writes the expression over several lines, beginning where the text stands. */
    void broken(StringBuilder out, int indent, int after);

    /** The expression and all that it consists of; a call on something else counts as a word. */
    Stream<JavaCode> parts();

    /** Writes the expression on one line if it fits, with so many characters to come after it. */
    default void print(StringBuilder out, int indent, int after) {
        String flat = flat();
        int column = out.length() - (out.lastIndexOf("\n") + 1);
        if (flat != null && column + flat.length() + after <= WIDTH) {
            out.append(flat);
        } else {
            broken(out, indent, after);
        }
    }

    private static void newLine(StringBuilder out, int indent) {
        out.append('\n').append(" ".repeat(indent));
    }

    /** A word, a number, a constant. */
    record Word(String source) implements JavaCode {
        @Override
        public String flat() {
            return source;
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            out.append(source);
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.of(this);
        }
    }

    /** A text; one that is too long for its line is put together from pieces. */
    record Text(String value) implements JavaCode {
        @Override
        public String flat() {
            return JavaLiteral.quoted(value);
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            int width = Math.max(WIDTH - indent - CONTINUATION - "+ \"\" ".length() - after, 40);
            String rest = value;
            String join = "";
            while (!rest.isEmpty() || join.isEmpty()) {
                int cut = rest.length() <= width ? rest.length() : rest.lastIndexOf(' ', width - 1) + 1;
                String piece = rest.substring(0, cut == 0 ? rest.length() : cut);
                out.append(join).append(JavaLiteral.quoted(piece));
                rest = rest.substring(piece.length());
                join = "\n" + " ".repeat(indent + CONTINUATION) + "+ ";
            }
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.of(this);
        }
    }

    /** A text of several lines, written as a text block. */
    record TextBlock(String value) implements JavaCode {
        @Override
        public @Nullable String flat() {
            return null;
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            out.append("\"\"\"");
            for (String line : JavaLiteral.blockLines(value)) {
                if (line.isEmpty()) {
                    out.append('\n');
                } else {
                    newLine(out, indent);
                    out.append(line);
                }
            }
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.of(this);
        }
    }

    /**
     * A call of a method or a constructor.
     *
     * @param head how many arguments stay on the first line when the others go on lines of their own
     * @param spread whether the others always do
     */
    record Call(String name, List<JavaCode> arguments, int head, boolean spread) implements JavaCode {

        static Call of(String name, JavaCode... arguments) {
            return new Call(name, List.of(arguments), 0, false);
        }

        static Call of(String name, List<? extends JavaCode> arguments) {
            return new Call(name, List.copyOf(arguments), 0, false);
        }

        @Override
        public @Nullable String flat() {
            List<String> flat = new ArrayList<>();
            for (JavaCode argument : arguments) {
                String text = argument.flat();
                if (text == null || (spread && arguments.size() > head)) {
                    return null;
                }
                flat.add(text);
            }
            return name + "(" + String.join(", ", flat) + ")";
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            out.append(name).append('(');
            for (int i = 0; i < arguments.size(); i++) {
                boolean last = i == arguments.size() - 1;
                if (i < head) {
                    out.append(i == 0 ? "" : " ");
                    arguments.get(i).print(out, indent, 1);
                } else {
                    newLine(out, indent + CONTINUATION);
                    arguments.get(i).print(out, indent + CONTINUATION, last ? after + 1 : 1);
                }
                out.append(last ? "" : ",");
            }
            out.append(')');
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.concat(Stream.of(this), arguments.stream().flatMap(JavaCode::parts));
        }
    }

    /** Calls on an expression, one after the other. */
    record Chain(JavaCode start, List<Call> calls) implements JavaCode {

        static JavaCode of(JavaCode start, List<Call> calls) {
            return calls.isEmpty() ? start : new Chain(start, List.copyOf(calls));
        }

        @Override
        public @Nullable String flat() {
            List<String> flat = new ArrayList<>();
            for (JavaCode part : Stream.concat(Stream.of(start), calls.stream()).toList()) {
                String text = part.flat();
                if (text == null) {
                    return null;
                }
                flat.add(text);
            }
            return String.join(".", flat);
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            start.print(out, indent, 0);
            for (Call call : calls) {
                newLine(out, indent + CONTINUATION);
                out.append('.');
                call.print(out, indent + CONTINUATION, after);
            }
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.concat(
                    start.parts(),
                    calls.stream()
                            .flatMap(call -> Stream.concat(
                                    Stream.of(new Word(call.name())),
                                    call.arguments().stream().flatMap(JavaCode::parts))));
        }
    }

    /** A function of one parameter with an expression as its body. */
    record Lambda(String parameter, JavaCode body) implements JavaCode {
        @Override
        public @Nullable String flat() {
            String flat = body.flat();
            return flat == null ? null : parameter + " -> " + flat;
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            out.append(parameter).append(" -> ");
            body.print(out, indent, after);
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.concat(Stream.of(this), body.parts());
        }
    }

    /** A function of one parameter with statements as its body. */
    record Block(String parameter, List<JavaCode> statements) implements JavaCode {
        @Override
        public @Nullable String flat() {
            return statements.isEmpty() ? parameter + " -> {}" : null;
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            out.append(parameter).append(" -> {");
            for (JavaCode statement : statements) {
                newLine(out, indent + 4);
                statement.print(out, indent + 4, 1);
                out.append(';');
            }
            newLine(out, indent);
            out.append('}');
        }

        @Override
        public Stream<JavaCode> parts() {
            return Stream.concat(Stream.of(this), statements.stream().flatMap(JavaCode::parts));
        }
    }

    /** A statement with a comment above it. */
    record Commented(String comment, JavaCode statement) implements JavaCode {
        @Override
        public @Nullable String flat() {
            return null;
        }

        @Override
        public void broken(StringBuilder out, int indent, int after) {
            // A unicode escape is one even in a comment.
            String text = comment.replaceAll("\\s+", " ").replace("\\u", "\\\\u");
            for (String line : Lines.wrap(text, WIDTH - indent - "// ".length())) {
                out.append("// ").append(line);
                newLine(out, indent);
            }
            statement.print(out, indent, after);
        }

        @Override
        public Stream<JavaCode> parts() {
            return statement.parts();
        }
    }

    /** Texts as arguments. */
    static List<JavaCode> texts(List<String> values) {
        return values.stream().<JavaCode>map(Text::new).toList();
    }
}
