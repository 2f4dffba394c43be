// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.diff.Coverage;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.models.ModelRequest;
import dev.limbeck.models.ModelScript;
import dev.limbeck.models.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wanted schema from JPA entities, {@code jpa:PACKAGE-OR-CLASS,…} and {@code jpa-unit:NAME}.
 *
 * <p>The provider is the application's own where its class path has one, so that its version decides on types and
 * names; the bundled Hibernate otherwise. It writes its script without a connection.
 */
public final class JpaModels implements ModelSource {
    private static final String UNIT = "jpa-unit";

    @Override
    public Set<String> prefixes() {
        return Set.of("jpa", UNIT);
    }

    @Override
    public Coverage coverage() {
        return Coverage.JPA;
    }

    @Override
    public ModelScript script(ModelRequest request) {
        ClassLoader own = JpaModels.class.getClassLoader();
        Unit unit = unit(request, own);
        try (ModelClassLoader application = new ModelClassLoader(request.classpath(), own, false)) {
            List<String> providers = Provider.on(application);
            if (!providers.isEmpty()) {
                return script(request, unit, providers, application);
            }
            try (ModelClassLoader bundled = new ModelClassLoader(request.classpath(), own, true)) {
                return script(request, unit, List.of(), bundled);
            }
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot close the class path of the entities: " + failure.getMessage()
                            + "\nSee whether its jars are whole.",
                    failure);
        }
    }

    private static Unit unit(ModelRequest request, ClassLoader own) {
        boolean declared = request.prefix().equals(UNIT);
        List<Path> entries = request.classpath();
        if (entries.isEmpty()) {
            List<String> resources =
                    declared ? List.of(PersistenceXml.RESOURCE) : PackageUnit.resources(request.value());
            entries = ClassFolders.holding(resources, own);
        }
        try (ClassFolders folders = ClassFolders.open(entries)) {
            return declared ? DeclaredUnit.find(request.value(), folders) : PackageUnit.find(request.value(), folders);
        }
    }

    private static ModelScript script(
            ModelRequest request, Unit unit, List<String> providers, ModelClassLoader loader) {
        Map<String, Object> settings = ProviderSettings.of(request, loader);
        Provider provider = Provider.of(unit, settings, providers, loader);
        Map<String, Object> asked = new HashMap<>();
        asked.put("unit", unit.toMap());
        asked.put("settings", settings);
        asked.put("validation", provider.validation());
        asked.put("provider", provider.className());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return ScriptOfProvider.of(provider.script(asked, loader), request.product());
        } catch (RuntimeException | LinkageError | ServiceConfigurationError refusal) {
            throw new Rejection(unit, request.product(), hibernateVersion(loader), hasCommunityDialects(loader))
                    .explain(refusal);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean hasCommunityDialects(ModelClassLoader loader) {
        return loader.has("org.hibernate.community.dialect.CommunityDialectResolver");
    }

    private static @Nullable String hibernateVersion(ModelClassLoader loader) {
        try {
            return (String) Class.forName("org.hibernate.Version", true, loader)
                    .getMethod("getVersionString")
                    .invoke(null);
        } catch (ReflectiveOperationException anotherProvider) {
            return null;
        }
    }
}
