// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A persistence unit whose classes are all known: nothing is scanned for and nothing is connected to. */
final class ModelUnit implements PersistenceUnitInfo {
    private final Map<String, Object> unit;
    private final ClassLoader loader;

    ModelUnit(Map<String, Object> unit, ClassLoader loader) {
        this.unit = unit;
        this.loader = loader;
    }

    @Override
    public String getPersistenceUnitName() {
        return String.valueOf(unit.get("name"));
    }

    @Override
    public @Nullable String getPersistenceProviderClassName() {
        return (String) unit.get("provider");
    }

    /** Not an override before JPA 3.2. */
    @Override
    public @Nullable String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return strings("mappingFiles");
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        try {
            return URI.create(String.valueOf(unit.get("root"))).toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public List<String> getManagedClassNames() {
        return strings("classes");
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.UNSPECIFIED;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.AUTO;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        if (unit.get("properties") instanceof Map<?, ?> given) {
            properties.putAll(given);
        }
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {}

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }

    private List<String> strings(String key) {
        return unit.get(key) instanceof List<?> given
                ? given.stream().map(String::valueOf).toList()
                : List.of();
    }
}
