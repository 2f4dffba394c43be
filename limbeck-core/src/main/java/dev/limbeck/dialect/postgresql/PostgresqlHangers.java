// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The code that hangs on a thing by the database's own account, dropped in an order that the database accepts. */
final class PostgresqlHangers {
    private final Dependencies dependencies;
    private final Map<String, CodeObject> code = new LinkedHashMap<>();
    private final Set<String> visited = new LinkedHashSet<>();
    private final Map<CodeObject.Key, Operation.DropCode> drops = new LinkedHashMap<>();

    private PostgresqlHangers(Schema schema) {
        this.dependencies = schema.dependencies();
        schema.code().values().forEach(object -> code.put(Dependencies.code(object.key()), object));
    }

    static List<Operation.DropCode> on(List<String> things, Schema schema) {
        PostgresqlHangers hangers = new PostgresqlHangers(schema);
        things.forEach(hangers::drop);
        return List.copyOf(hangers.drops.values());
    }

    private void drop(String thing) {
        if (visited.add(thing)) {
            dependencies.on(thing).stream().filter(code::containsKey).forEach(this::drop);
            CodeObject object = code.get(thing);
            if (object != null) {
                drops.put(object.key(), new Operation.DropCode(object.key(), object));
            }
        }
    }
}
