// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code @Revision} of a Java file without compiling it. */
final class JavaHeader {
    private static final List<String> ATTRIBUTES =
            List.of("id", "downRevision", "branchLabels", "dependsOn", "createdAt", "lockTimeout", "statementTimeout");
    private static final List<String> LIMITS = List.of("lockTimeout", "statementTimeout");

    private final List<JavaToken> tokens;
    private int at;
    private final Map<String, List<JavaToken>> written = new LinkedHashMap<>();
    private String packageName = "";
    private Optional<JavaToken> javadoc = Optional.empty();

    private JavaHeader(List<JavaToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * A header, and where its parts stand.
     *
     * @param written the tokens of each attribute's value
     * @param javadoc the comment of the class
     * @param className where the class is declared
     */
    record Found(
            Header header,
            List<JavaToken> tokens,
            Map<String, List<JavaToken>> written,
            Optional<JavaToken> javadoc,
            JavaToken className) {}

    /** The header; empty for a file that is no revision. */
    static Optional<Header> read(String text) throws BadHeaderException {
        return locate(text).map(Found::header);
    }

    static Optional<Found> locate(String text) throws BadHeaderException {
        if (!text.contains("Revision")) {
            return Optional.empty();
        }
        return new JavaHeader(JavaScanner.scan(text)).find();
    }

    private Optional<Found> find() throws BadHeaderException {
        int depth = 0;
        while (at < tokens.size()) {
            JavaToken token = tokens.get(at);
            if (token.is("@") && isRevision(at + 1)) {
                return Optional.of(header(token.line(), depth));
            }
            if (token.is("package") && depth == 0) {
                packageName = readPackage();
            } else if (token.kind() == JavaToken.Kind.JAVADOC) {
                javadoc = Optional.of(token);
            } else if (token.is("{") || token.is("}") || token.is(";")) {
                depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                javadoc = Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    private boolean isRevision(int index) {
        return wordsAt(index).equals("Revision") || wordsAt(index).equals("dev.limbeck.Revision");
    }

    /** The qualified name that starts here. */
    private String wordsAt(int index) {
        StringBuilder name = new StringBuilder();
        for (int i = index; i < tokens.size(); i++) {
            JavaToken token = tokens.get(i);
            boolean expectsWord = (i - index) % 2 == 0;
            if (expectsWord ? token.kind() != JavaToken.Kind.WORD : !token.is(".")) {
                break;
            }
            name.append(token.text());
        }
        return name.toString();
    }

    private String readPackage() {
        return wordsAt(at + 1);
    }

    private Found header(int line, int depth) throws BadHeaderException {
        if (depth > 0) {
            throw new BadHeaderException(line, "@Revision stands on a nested class; put it on the file's own class");
        }
        while (tokens.get(at).kind() == JavaToken.Kind.WORD
                || tokens.get(at).is("@")
                || tokens.get(at).is(".")) {
            at++;
            if (at == tokens.size()) {
                throw new BadHeaderException(line, "the file ends within @Revision");
            }
            if (tokens.get(at - 1).is("Revision")) {
                break;
            }
        }
        Map<String, List<String>> values = attributes(line);
        List<String> id = values.getOrDefault("id", List.of());
        if (id.size() != 1 || id.get(0).isBlank()) {
            throw new BadHeaderException(line, "@Revision has no id; give it one: @Revision(id = \"…\")");
        }
        JavaToken name = className(line);
        String className = name.text();
        Header header = new Header(
                id.get(0),
                values.getOrDefault("downRevision", List.of()),
                values.getOrDefault("dependsOn", List.of()),
                values.getOrDefault("branchLabels", List.of()),
                String.join("", values.getOrDefault("createdAt", List.of())),
                Javadoc.read(javadoc.map(JavaToken::text).orElse("")),
                packageName.isEmpty() ? className : packageName + "." + className);
        return new Found(header, tokens, written, javadoc, name);
    }

    private Map<String, List<String>> attributes(int line) throws BadHeaderException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (!tokens.get(at).is("(")) {
            return values;
        }
        at++;
        while (!token(line).is(")")) {
            JavaToken name = token(line);
            if (!ATTRIBUTES.contains(name.text())) {
                throw new BadHeaderException(
                        name.line(),
                        "@Revision has no attribute \"" + name.text() + "\"; it has " + String.join(", ", ATTRIBUTES));
            }
            at++;
            expect("=", name.line());
            int start = at;
            values.put(name.text(), value(name));
            requireLimit(name, values.get(name.text()));
            written.put(name.text(), List.copyOf(tokens.subList(start, at)));
            if (!token(line).is(")")) {
                expect(",", token(line).line());
            }
        }
        at++;
        return values;
    }

    private static void requireLimit(JavaToken name, List<String> value) throws BadHeaderException {
        if (LIMITS.contains(name.text())) {
            try {
                TimeLimits.of(String.join(",", value), "");
            } catch (IllegalArgumentException malformed) {
                throw new BadHeaderException(
                        name.line(), "the value of " + name.text() + ": " + malformed.getMessage() + ", or off");
            }
        }
    }

    private List<String> value(JavaToken attribute) throws BadHeaderException {
        List<String> values = new ArrayList<>();
        if (!token(attribute.line()).is("{")) {
            values.add(literal(attribute));
            return values;
        }
        at++;
        while (!token(attribute.line()).is("}")) {
            values.add(literal(attribute));
            if (!token(attribute.line()).is("}")) {
                expect(",", token(attribute.line()).line());
            }
        }
        at++;
        return values;
    }

    /** One string literal that nothing is added to. */
    private String literal(JavaToken attribute) throws BadHeaderException {
        JavaToken token = token(attribute.line());
        at++;
        JavaToken next = token(attribute.line());
        if (token.kind() != JavaToken.Kind.STRING || !(next.is(",") || next.is(")") || next.is("}"))) {
            throw new BadHeaderException(
                    token.line(),
                    "the value of " + attribute.text() + " is not a plain string literal; headers are read without"
                            + " compiling, so write the text itself");
        }
        return token.text();
    }

    private void expect(String symbol, int line) throws BadHeaderException {
        JavaToken token = token(line);
        if (!token.is(symbol)) {
            throw new BadHeaderException(
                    token.line(), "@Revision is not well-formed: \"" + symbol + "\" expected before " + token.text());
        }
        at++;
    }

    private JavaToken token(int line) throws BadHeaderException {
        if (at >= tokens.size()) {
            throw new BadHeaderException(line, "the file ends within @Revision; close its parenthesis");
        }
        return tokens.get(at);
    }

    /** The name behind the next {@code class}, which is no {@code X.class}. */
    private JavaToken className(int line) throws BadHeaderException {
        for (int i = at; i + 1 < tokens.size(); i++) {
            boolean declares = tokens.get(i).is("class") || tokens.get(i).is("record");
            if (declares && !tokens.get(i - 1).is(".") && tokens.get(i + 1).kind() == JavaToken.Kind.WORD) {
                return tokens.get(i + 1);
            }
        }
        throw new BadHeaderException(line, "@Revision is not followed by a class; put it on the migration's class");
    }
}
