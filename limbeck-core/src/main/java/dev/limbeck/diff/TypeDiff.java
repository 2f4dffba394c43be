// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The differences in extensions and domains. */
final class TypeDiff {
    private final Schema from;
    private final Schema to;

    TypeDiff(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    void operations(BiConsumer<Phase, Operation> add) {
        extensions(add);
        List<Domain> dropped = inOrder(from.domains().values());
        Collections.reverse(dropped);
        for (Domain domain : dropped) {
            if (!to.domains().containsKey(domain.name())) {
                add.accept(Phase.DROP_DOMAINS, new Operation.DropDomain(domain.name(), domain));
            }
        }
        for (Domain domain : inOrder(to.domains().values())) {
            Domain before = from.domains().get(domain.name());
            if (before == null) {
                add.accept(Phase.CREATE_DOMAINS, new Operation.CreateDomain(domain));
            } else if (!before.equals(domain)) {
                add.accept(
                        Phase.CREATE_DOMAINS,
                        new Operation.AlterDomain(
                                domain.name(),
                                DomainChange.between(before, domain),
                                DomainChange.between(domain, before)));
            }
        }
    }

    private void extensions(BiConsumer<Phase, Operation> add) {
        for (Extension extension : to.extensions().values()) {
            Extension before = from.extensions().get(extension.name());
            if (before == null) {
                add.accept(Phase.CREATE_EXTENSIONS, new Operation.CreateExtension(extension, null));
            }
        }
        for (Extension extension : from.extensions().values()) {
            if (!to.extensions().containsKey(extension.name())) {
                add.accept(Phase.DROP_EXTENSIONS, new Operation.DropExtension(extension.name(), extension));
            }
        }
    }

    /** Each after the one that it is made of. */
    private static List<Domain> inOrder(Collection<Domain> domains) {
        Map<Name, Domain> waiting = new LinkedHashMap<>();
        domains.forEach(domain -> waiting.put(domain.name(), domain));
        List<Domain> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Domain> ready = waiting.values().stream()
                    .filter(domain -> !waiting.containsKey(domain.type().name()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("domains that are made of each other: " + waiting.keySet());
            }
            ready.forEach(domain -> waiting.remove(domain.name()));
            ordered.addAll(ready);
        }
        return ordered;
    }
}
