// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements for what is kept as a text and is neither a view nor a trigger: how it comes, changes and goes. */
final class PostgresqlCodeSql {

    /** What undoes a setting or an owner: the words of it that matter, and what to write instead. */
    private static final List<Undo> UNDOS = List.of(
            new Undo(
                    "(?s)(alter table .*) (?:disable|enable replica|enable always) (trigger|rule) (.*)",
                    "$1 enable $2 $3"),
            new Undo(
                    "(?s)(alter text search configuration .*?) add mapping for (.*?) with .*",
                    "$1 drop mapping for $2"),
            new Undo("(?s)(alter event trigger .*) (?:disable|enable replica|enable always)", "$1 enable"),
            new Undo("(?s)(alter view .* alter column .*?) set default .*", "$1 drop default"),
            new Undo("(?s)(alter sequence .*) set unlogged", "$1 set logged"),
            new Undo("(?s)(alter .*) owner to .*", "$1 owner to current_user"),
            new Undo(
                    "(?s)(alter default privileges.*?) grant (.*) to (.*?)(?: with grant option)?",
                    "$1 revoke $2 from $3"),
            new Undo("(?s)(alter default privileges.*?) revoke (.*) from (.*)", "$1 grant $2 to $3"),
            new Undo("(?s)grant (.*) to (.*?)(?: with grant option)?", "revoke $1 from $2"),
            new Undo("(?s)revoke (.*) from (.*)", "grant $1 to $2"));

    private final PostgresqlCompiler compiler;
    private final Current current;

    PostgresqlCodeSql(PostgresqlCompiler compiler, Current current) {
        this.compiler = compiler;
        this.current = current;
    }

    private record Undo(Pattern statement, String undoing) {
        Undo(String statement, String undoing) {
            this(Pattern.compile("^(?:" + statement + ")$", Pattern.CASE_INSENSITIVE), undoing);
        }
    }

    String create(CodeObject object) {
        return object.key().kind() == CodeObject.Kind.COMMENT
                ? comment(object.key(), compiler.literalOf(object.definition()))
                : object.definition();
    }

    private static String comment(CodeObject.Key key, String literal) {
        return "comment on " + key + " is " + literal;
    }

    /** What a comment is where nobody said any. */
    private String unsaid(CodeObject.Key key) {
        return key.equals(PostgresqlComments.PUBLIC) ? compiler.literalOf(PostgresqlComments.ON_PUBLIC) : "null";
    }

    /** The statements that make an object another one, where it is not dropped for it. */
    Optional<List<Statement>> replace(Operation.ReplaceCode operation) {
        CodeObject after = operation.object();
        return switch (after.key().kind()) {
            case COMMENT -> Optional.of(List.of(Statement.of(create(after))));
            case TYPE ->
                PostgresqlCompositeChange.of(compiler, operation, current).map(PostgresqlCompositeChange::statements);
            default -> Optional.empty();
        };
    }

    private @Nullable CodeObject existing(CodeObject.Key key) {
        return current.schema().code().get(key);
    }

    String drop(Operation.DropCode operation) {
        CodeObject.Key key = operation.key();
        return switch (key.kind()) {
            case COMMENT -> comment(key, unsaid(key));
            case TEXT_SEARCH_MAPPING, SETTING, OWNER, PRIVILEGE, DEFAULT_PRIVILEGE -> undo(operation);
            case CAST, OPERATOR -> "drop " + key.kind().label() + " " + key;
            case FUNCTION, PROCEDURE -> dropNamed(key) + "(" + key.of() + ")";
            case AGGREGATE -> dropNamed(key) + "(" + (key.of().isEmpty() ? "*" : key.of()) + ")";
            case TRIGGER, RULE, POLICY -> dropNamed(key) + " on " + compiler.nameOf(Name.parse(key.of()));
            case TYPE -> "drop type " + PostgresqlCompiler.typeName(key.name());
            case COLLATION,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    VIEW,
                    MATERIALIZED_VIEW,
                    STATISTICS,
                    EVENT,
                    EVENT_TRIGGER -> dropNamed(key);
        };
    }

    private String dropNamed(CodeObject.Key key) {
        return "drop " + key.kind().label() + " " + compiler.nameOf(key.name());
    }

    private String undo(Operation.DropCode operation) {
        CodeObject.Key key = operation.key();
        CodeObject object = operation.dropped() == null ? existing(key) : operation.dropped();
        if (object == null) {
            throw compiler.refuse(
                    "take away the " + key.kind().label() + " \"" + key + "\", which does not exist",
                    "Correct its name, or say what undoes it with op.execute");
        }
        for (Undo undo : UNDOS) {
            Matcher statement = undo.statement().matcher(object.definition().strip());
            if (statement.find()) {
                return statement.replaceFirst(undo.undoing());
            }
        }
        throw compiler.refuse(
                "undo the " + key.kind().label() + " \"" + key + "\", which was made by: " + object.definition(),
                "Say what undoes it with op.execute");
    }
}
