// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.Constraint.Action;
import dev.limbeck.schema.Constraint.Deferral;
import dev.limbeck.schema.Constraint.ForeignKey;
import dev.limbeck.schema.Constraint.Match;
import dev.limbeck.schema.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads foreign keys by the grammar of {@code https://sqlite.org/syntax/foreign-key-clause.html}. */
final class SqliteForeignKeySql {
    private SqliteForeignKeySql() {}

    /** What stands behind {@code references}. */
    static ForeignKey read(SqliteTokens tokens, @Nullable String name, List<String> own) {
        Name references = Name.of(tokens.name());
        List<String> referenced = tokens.at("(") ? names(tokens.items()) : List.of();
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        Match match = Match.SIMPLE;
        while (tokens.at("on") || tokens.at("match")) {
            if (tokens.accept("match")) {
                match = tokens.name().equalsIgnoreCase("full") ? Match.FULL : Match.SIMPLE;
            } else if (tokens.accept("on", "delete")) {
                onDelete = action(tokens);
            } else if (tokens.accept("on", "update")) {
                onUpdate = action(tokens);
            } else {
                tokens.expect("on", "insert");
                action(tokens);
            }
        }
        return new ForeignKey(name, own, references, referenced, onDelete, onUpdate, match, Deferral.NOT_DEFERRABLE);
    }

    private static Action action(SqliteTokens tokens) {
        for (Action action : Action.values()) {
            if (tokens.accept(action.sql().split(" ", -1))) {
                return action;
            }
        }
        throw tokens.unexpected("what a foreign key does");
    }

    /** What stands behind {@code deferrable}. */
    static Deferral deferral(SqliteTokens tokens, boolean never) {
        boolean deferred = tokens.accept("initially", "deferred");
        if (!deferred) {
            tokens.accept("initially", "immediate");
        }
        if (never) {
            return Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    static ForeignKey with(ForeignKey key, Deferral deferral) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.references(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                deferral);
    }

    static List<String> names(List<List<SqliteToken>> items) {
        return items.stream().map(item -> item.get(0).value()).toList();
    }

    /** Whether a key as it was declared is this one of the schema, which says the columns it refers to. */
    static boolean declares(ForeignKey declared, ForeignKey key) {
        List<String> columns = declared.referencedColumns();
        return declared.references().name().equalsIgnoreCase(key.references().name())
                && declared.withReferences(key.references(), key.referencedColumns())
                        .equals(key)
                && (columns.isEmpty()
                        || String.join("\n", columns).equalsIgnoreCase(String.join("\n", key.referencedColumns())));
    }
}
