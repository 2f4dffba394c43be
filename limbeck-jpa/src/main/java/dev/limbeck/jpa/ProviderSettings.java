// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.models.ModelRequest;
import dev.limbeck.models.ModelRequest.Product;
import java.util.HashMap;
import java.util.Map;

/** What a provider is told besides the classes: the database, to keep to itself, and what the user sets. */
final class ProviderSettings {
    private static final String SPRING_NAMING = "spring-naming";

    private ProviderSettings() {}

    static Map<String, Object> of(ModelRequest request, ModelClassLoader loader) {
        Product product = request.product();
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.database-product-name", product.name());
        settings.put("jakarta.persistence.database-major-version", String.valueOf(product.majorVersion()));
        settings.put("jakarta.persistence.database-minor-version", String.valueOf(product.minorVersion()));
        settings.put("jakarta.persistence.schema-generation.database.action", "none");
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.hbm2ddl.auto", "none");
        // Hibernate 6 looks through the whole folder of a unit, whatever the unit says of unlisted classes
        settings.put("hibernate.archive.scanner", "org.hibernate.boot.archive.scan.internal.DisabledScanner");
        // import.sql holds rows for trying the application out, which are no part of a schema
        settings.put("hibernate.hbm2ddl.skip_default_import_file", "true");
        settings.put("hibernate.query.startup_check", "false");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.cache.use_query_cache", "false");
        settings.put("hibernate.search.enabled", "false");
        // Enhanced classes map to the same tables, and what makes them is slow to start
        settings.put("hibernate.enhancer.enableDirtyTracking", "false");
        settings.put("hibernate.enhancer.enableLazyInitialization", "false");
        settings.put("eclipselink.logging.level", "OFF");
        if (Boolean.parseBoolean(request.properties().get(SPRING_NAMING))) {
            springNaming(settings, loader);
        }
        settings.putAll(request.properties());
        settings.remove(SPRING_NAMING);
        return settings;
    }

    /** The strategies that Spring Boot sets; Hibernate 7 has the physical one under a new name. */
    private static void springNaming(Map<String, Object> settings, ModelClassLoader loader) {
        String snakeCase = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";
        settings.put(
                "hibernate.physical_naming_strategy",
                loader.has(snakeCase)
                        ? snakeCase
                        : "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
        settings.put("hibernate.implicit_naming_strategy", "dev.limbeck.jpa.bridge.SpringNaming");
    }
}
