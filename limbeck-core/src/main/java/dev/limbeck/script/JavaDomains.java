// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import dev.limbeck.script.JavaCode.Call;
import dev.limbeck.script.JavaCode.Chain;
import dev.limbeck.script.JavaCode.Text;
import dev.limbeck.script.JavaCode.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Domains and extensions in the words of {@code TypeOperations}. */
final class JavaDomains {
    private JavaDomains() {}

    static JavaCode create(Domain domain) {
        DomainChange definition = DomainChange.between(Domain.of(domain.name(), domain.type()), domain);
        List<JavaCode> arguments =
                new ArrayList<>(List.of(new Text(domain.name().toString()), JavaTypes.of(domain.type())));
        if (!definition.equals(DomainChange.NONE)) {
            arguments.add(lambda(definition));
        }
        return Call.of("op.createDomain", arguments);
    }

    static JavaCode alter(Name domain, DomainChange change) {
        return Call.of("op.alterDomain", new Text(domain.toString()), lambda(change));
    }

    private static JavaCode lambda(DomainChange change) {
        List<Call> calls = new ArrayList<>();
        if (change.newType() != null) {
            calls.add(Call.of("type", JavaTypes.of(change.newType())));
        }
        for (String check : change.droppedChecks()) {
            calls.add(Call.of("dropCheck", new Text(check)));
        }
        for (Constraint.Check check : change.newChecks()) {
            calls.add(Call.of(
                    check.notValid() ? "notValidCheck" : "check",
                    new Text(Objects.requireNonNull(check.name(), "a check of a domain has a name")),
                    JavaLiteral.text(check.expression())));
        }
        if (change.newValue().changes()) {
            calls.add(
                    change.newValue().value() == null
                            ? Call.of("noDefault")
                            : JavaDefinitions.value(change.newValue().value()));
        }
        if (change.newNullable() != null) {
            calls.add(Call.of(change.newNullable() ? "nullable" : "notNull"));
        }
        if (change.newCollation().changes()) {
            calls.add(
                    change.newCollation().value() == null
                            ? Call.of("noCollation")
                            : Call.of(
                                    "collation", new Text(change.newCollation().value())));
        }
        if (change.newComment().changes()) {
            calls.add(
                    change.newComment().value() == null
                            ? Call.of("noComment")
                            : Call.of(
                                    "comment",
                                    JavaLiteral.text(change.newComment().value())));
        }
        return new JavaCode.Lambda("d", Chain.of(new Word("d"), calls));
    }

    /** A version is said behind a schema; the default one then stands there by its usual name. */
    static JavaCode extension(Operation.CreateExtension operation) {
        Extension extension = operation.extension();
        List<JavaCode> arguments = new ArrayList<>(List.of(new Text(extension.name())));
        if (extension.schema() != null) {
            arguments.add(new Text(extension.schema()));
        }
        if (operation.version() != null) {
            if (extension.schema() == null) {
                throw new AssertionError(operation);
            }
            arguments.add(new Text(operation.version()));
        }
        return Call.of("op.createExtension", arguments);
    }
}
