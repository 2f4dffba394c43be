// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import jakarta.persistence.spi.PersistenceProvider;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has any JPA provider write its script, by what the standard says alone. */
public final class StandardBridge implements Function<Map<String, Object>, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        ClassLoader loader = StandardBridge.class.getClassLoader();
        Map<String, Object> unit = new HashMap<>();
        copy(request.get("unit"), unit);
        StringWriter script = new StringWriter();
        Map<String, Object> settings = new HashMap<>();
        copy(request.get("settings"), settings);
        settings.put("jakarta.persistence.schema-generation.scripts.action", "create");
        settings.put("jakarta.persistence.schema-generation.scripts.create-target", script);
        String name = String.valueOf(request.get("provider"));
        provider(name, loader).generateSchema(new ModelUnit(unit, loader), settings);
        return Map.of(
                "statements", ScriptLines.statements(script.toString()),
                "foreignKeys", List.of(),
                "uniqueKeys", List.of(),
                "provider", name);
    }

    private static PersistenceProvider provider(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(PersistenceProvider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException("the persistence provider " + className + " cannot be used", broken);
        }
    }

    private static void copy(@Nullable Object from, Map<String, Object> to) {
        if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> to.put(String.valueOf(key), value));
        }
    }
}
