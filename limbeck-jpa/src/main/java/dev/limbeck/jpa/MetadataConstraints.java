// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Constraint.Action;
import dev.limbeck.schema.Constraint.Deferral;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The constraints that the bridge read from the provider's metadata, as operations in a fixed order. */
final class MetadataConstraints {
    private static final Pattern ACTION = Pattern.compile(
            "(?i)\\bon\\s+(delete|update)\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)");

    private final AnswerIdentifiers identifiers;

    MetadataConstraints(AnswerIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Unique keys before foreign keys, which may refer to them. */
    List<Operation> operations(Map<String, Object> answer) {
        return Stream.concat(
                        sorted(AnswerIdentifiers.maps(answer.get("uniqueKeys")).stream()
                                .map(key ->
                                        new Operation.AddConstraint(identifiers.table(key.get("table")), unique(key)))),
                        sorted(AnswerIdentifiers.maps(answer.get("foreignKeys")).stream()
                                .map(key -> new Operation.AddConstraint(
                                        identifiers.table(key.get("table")), foreignKey(key)))))
                .toList();
    }

    private static Stream<Operation> sorted(Stream<Operation.AddConstraint> constraints) {
        return constraints
                .sorted(Comparator.comparing(Operation.AddConstraint::table)
                        .thenComparing(Operation.AddConstraint::constraint, Constraint.ORDER))
                .map(Operation.class::cast);
    }

    private Constraint unique(Map<?, ?> key) {
        return Constraint.Unique.of(identifiers.optionalName(key.get("name")), identifiers.names(key.get("columns")));
    }

    private Constraint foreignKey(Map<?, ?> key) {
        String definition = key.get("definition") instanceof String written ? written : "";
        Action onDelete = key.get("onDelete") instanceof String action ? Action.valueOf(action) : Action.NO_ACTION;
        return new Constraint.ForeignKey(
                identifiers.optionalName(key.get("name")),
                identifiers.names(key.get("columns")),
                identifiers.table(key.get("references")),
                identifiers.names(key.get("referencedColumns")),
                action(definition, "delete", onDelete),
                action(definition, "update", Action.NO_ACTION),
                definition.toLowerCase(Locale.ROOT).contains("match full")
                        ? Constraint.Match.FULL
                        : Constraint.Match.SIMPLE,
                deferral(definition));
    }

    /** What {@code @ForeignKey(foreignKeyDefinition = …)} says, which the provider takes over as it is written. */
    private static Action action(String definition, String event, Action otherwise) {
        Matcher matcher = ACTION.matcher(definition);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(event)) {
                return Action.valueOf(matcher.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"));
            }
        }
        return otherwise;
    }

    private static Deferral deferral(String definition) {
        String lower = definition.toLowerCase(Locale.ROOT);
        if (lower.contains("initially deferred")) {
            return Deferral.INITIALLY_DEFERRED;
        }
        return lower.contains("deferrable") && !lower.contains("not deferrable")
                ? Deferral.INITIALLY_IMMEDIATE
                : Deferral.NOT_DEFERRABLE;
    }
}
