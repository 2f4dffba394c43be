// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A persistence provider, and the bridge that speaks to it. */
record Provider(String className, boolean hibernate, boolean validation) {
    private static final String SERVICE = "META-INF/services/jakarta.persistence.spi.PersistenceProvider";
    private static final String VALIDATION_MODE = "jakarta.persistence.validation.mode";
    private static final String HIBERNATE = "org.hibernate.jpa.HibernatePersistenceProvider";

    /** The providers that a loader itself has, those of its parents left aside. */
    static List<String> on(ModelClassLoader loader) {
        List<String> names = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader.findResources(SERVICE))) {
                names.addAll(serviceNames(file));
            }
        } catch (IOException unreadable) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot read " + SERVICE + " of the class path: " + unreadable.getMessage()
                            + "\nCorrect limbeck.classpath.",
                    unreadable);
        }
        return names;
    }

    private static List<String> serviceNames(URL file) throws IOException {
        var connection = file.openConnection();
        // a cached jar would stay open after the loader is closed
        connection.setUseCaches(false);
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** The one that a unit insists on, or else Hibernate, or else the first. */
    static Provider of(Unit unit, Map<String, Object> settings, List<String> known, ModelClassLoader loader) {
        String name = Optional.ofNullable(unit.provider())
                .orElseGet(() -> known.contains(HIBERNATE) || known.isEmpty() ? HIBERNATE : known.get(0));
        boolean hibernate = name.startsWith("org.hibernate.");
        return new Provider(
                name,
                hibernate,
                hibernate && loader.has("jakarta.validation.ConstraintViolation") && validates(unit, settings));
    }

    private static boolean validates(Unit unit, Map<String, Object> settings) {
        Object mode = settings.getOrDefault(VALIDATION_MODE, unit.properties().getOrDefault(VALIDATION_MODE, "auto"));
        return !String.valueOf(mode).equalsIgnoreCase("none");
    }

    /** Has the provider write its script. */
    @SuppressWarnings("unchecked")
    Map<String, Object> script(Map<String, Object> request, ModelClassLoader loader) {
        String bridge = hibernate ? "dev.limbeck.jpa.bridge.HibernateBridge" : "dev.limbeck.jpa.bridge.StandardBridge";
        Function<Map<String, Object>, Map<String, Object>> speaker;
        try {
            speaker = Class.forName(bridge, true, loader)
                    .asSubclass(Function.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the bridge to " + className + " cannot be made", broken);
        }
        return speaker.apply(request);
    }
}
