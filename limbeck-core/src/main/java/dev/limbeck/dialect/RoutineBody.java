// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Follows a statement to know whether a semicolon belongs to it: one in parentheses does, and one before the {@code end}
 * of what a trigger, function, procedure or event opened.
 */
final class RoutineBody {
    private static final Set<String> ROUTINES = Set.of("trigger", "function", "procedure", "event");
    private static final Set<String> OTHER_OBJECTS = Set.of("table", "view", "index", "sequence", "type", "schema");
    /** What {@code end} closes besides {@code begin} and {@code case}, when it stands at the beginning of a statement. */
    private static final Set<String> COMPOUND = Set.of("if", "loop", "while", "repeat", "for");
    /** What stands before a statement within a body. */
    private static final Set<String> BEFORE_STATEMENT = Set.of(";", ":", "begin", "do", "loop", "repeat");
    /** What may stand before a body that is a single statement. */
    private static final Set<String> BEFORE_BODY =
            Set.of("row", ")", ":", "deterministic", "sql", "data", "definer", "invoker");

    /** What the statement has turned out to be so far. */
    private enum Subject {
        NOTHING,
        BEGIN,
        CREATE,
        ROUTINE,
        OTHER
    }

    /** What is open; an expression holds no statements. */
    private enum Block {
        STATEMENTS,
        EXPRESSION
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private Subject subject = Subject.NOTHING;
    private int parentheses;
    private String previous = "";

    void take(SqlLexer.Kind kind, String token) {
        if (kind == SqlLexer.Kind.SYMBOL) {
            parenthesis(token);
        } else if (kind == SqlLexer.Kind.WORD && !previous.equals(".")) {
            String word = token.toLowerCase(Locale.ROOT);
            learn(word);
            if (subject == Subject.ROUTINE && parentheses == 0) {
                block(word);
            }
        }
        previous = token.toLowerCase(Locale.ROOT);
    }

    boolean inParentheses() {
        return parentheses > 0;
    }

    boolean inBlock() {
        return !blocks.isEmpty();
    }

    private void parenthesis(String symbol) {
        if (symbol.equals("(")) {
            parentheses++;
        } else if (symbol.equals(")")) {
            parentheses--;
        }
    }

    /** A number is the version in a comment that MySQL reads; {@code begin not atomic} is MariaDB's block without a routine. */
    private void learn(String word) {
        if (subject == Subject.NOTHING && !Character.isDigit(word.charAt(0))) {
            subject = word.equals("create") ? Subject.CREATE : word.equals("begin") ? Subject.BEGIN : Subject.OTHER;
        } else if (subject == Subject.BEGIN) {
            subject = word.equals("not") ? Subject.ROUTINE : Subject.OTHER;
            if (subject == Subject.ROUTINE) {
                blocks.push(Block.STATEMENTS);
            }
        } else if (subject == Subject.CREATE && ROUTINES.contains(word)) {
            subject = Subject.ROUTINE;
        } else if (subject == Subject.CREATE && OTHER_OBJECTS.contains(word)) {
            subject = Subject.OTHER;
        }
    }

    private void block(String word) {
        boolean afterEnd = previous.equals("end");
        if (word.equals("end") && inBlock()) {
            blocks.pop();
        } else if (word.equals("begin") || (COMPOUND.contains(word) && startsStatement() && !afterEnd)) {
            blocks.push(Block.STATEMENTS);
        } else if (word.equals("case") && !afterEnd && (inBlock() || startsStatement())) {
            blocks.push(startsStatement() ? Block.STATEMENTS : Block.EXPRESSION);
        }
    }

    /** The same words are functions where they stand elsewhere: {@code if(a, b, c)}, {@code repeat('x', 3)}. */
    private boolean startsStatement() {
        if (!inBlock()) {
            return BEFORE_BODY.contains(previous) || previous.startsWith("'") || previous.startsWith("\"");
        }
        boolean branch = previous.equals("then") || previous.equals("else");
        return BEFORE_STATEMENT.contains(previous) || (branch && blocks.peek() == Block.STATEMENTS);
    }
}
