// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.Locale;
import java.util.Set;

/**
 * Follows a statement to know whether a semicolon belongs to it: one in parentheses does, and one between the
 * {@code begin} and the {@code end} of a trigger, function, procedure or event.
 */
final class RoutineBody {
    private static final Set<String> ROUTINES = Set.of("trigger", "function", "procedure", "event");
    private static final Set<String> OTHER_OBJECTS = Set.of("table", "view", "index", "sequence", "type", "schema");
    /** What {@code end} closes without there having been a {@code begin} or a {@code case}. */
    private static final Set<String> LOOPS = Set.of("if", "loop", "while", "repeat", "for");

    /** What the statement has turned out to be so far. */
    private enum Subject {
        NOTHING,
        CREATE,
        ROUTINE,
        OTHER
    }

    private Subject subject = Subject.NOTHING;
    private int parentheses;
    private int blocks;
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
        return blocks > 0;
    }

    private void parenthesis(String symbol) {
        if (symbol.equals("(")) {
            parentheses++;
        } else if (symbol.equals(")")) {
            parentheses--;
        }
    }

    private void learn(String word) {
        if (subject == Subject.NOTHING) {
            subject = word.equals("create") ? Subject.CREATE : Subject.OTHER;
        } else if (subject == Subject.CREATE && ROUTINES.contains(word)) {
            subject = Subject.ROUTINE;
        } else if (subject == Subject.CREATE && OTHER_OBJECTS.contains(word)) {
            subject = Subject.OTHER;
        }
    }

    /** {@code end if} closes nothing that was counted; {@code end case} closes its case at the word {@code end}. */
    private void block(String word) {
        boolean afterEnd = previous.equals("end");
        if (word.equals("begin") || (word.equals("case") && blocks > 0 && !afterEnd)) {
            blocks++;
        } else if (word.equals("end") && blocks > 0) {
            blocks--;
        } else if (afterEnd && LOOPS.contains(word)) {
            blocks++;
        }
    }
}
