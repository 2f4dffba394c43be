// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Version;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Has Hibernate write its script: a map with {@code unit} and {@code settings} in, a map with {@code statements},
 * {@code foreignKeys}, {@code uniqueKeys}, {@code renames} and {@code provider} out. Hibernate hands over one statement at a time, so
 * that no script has to be taken apart again.
 */
public final class HibernateBridge implements Function<Map<String, Object>, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        ClassLoader loader = HibernateBridge.class.getClassLoader();
        Map<String, Object> settings = new HashMap<>();
        copy(request.get("settings"), settings);
        settings.putIfAbsent("hibernate.resource.beans.container", new LazyBeans());
        Map<String, Object> unit = new HashMap<>();
        copy(request.get("unit"), unit);
        EntityManagerFactoryBuilder builder =
                Bootstrap.getEntityManagerFactoryBuilder(new ModelUnit(unit, loader), settings, new OneLoader(loader));
        try {
            return Boolean.TRUE.equals(request.get("validation")) ? validated(builder) : answer(builder.metadata());
        } finally {
            builder.cancel();
        }
    }

    /** Bean Validation's constraints reach the metadata only while a session factory is built. */
    private static Map<String, Object> validated(EntityManagerFactoryBuilder builder) {
        MetadataImplementor metadata = builder.metadata();
        EntityManagerFactory factory = builder.build();
        try {
            return answer(metadata);
        } finally {
            factory.close();
        }
    }

    private static Map<String, Object> answer(MetadataImplementor metadata) {
        // As a session factory that is to create a schema does; the columns of composite keys hang on it.
        metadata.orderColumns(true);
        putIdentityFirst(metadata);
        Map<String, Object> answer = new HashMap<>();
        answer.put("statements", statements(metadata));
        answer.put("foreignKeys", MetadataKeys.foreignKeys(metadata));
        answer.put("uniqueKeys", MetadataKeys.uniqueKeys(metadata));
        answer.put("renames", MetadataRenames.of(metadata));
        answer.put("provider", "Hibernate ORM " + Version.getVersionString());
        return answer;
    }

    /**
     * Where the word for an identity column is its type, as on SQLite, Hibernate (6.6 and 7.4) leaves it out when the
     * statement has that word already: {@code create table books (pages integer, id, …)}, whose ids are then null. As the
     * first column it keeps its type.
     */
    private static void putIdentityFirst(MetadataImplementor metadata) {
        Dialect dialect = metadata.getDatabase().getDialect();
        if (!dialect.getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            for (Table table : metadata.collectTableMappings()) {
                List<Column> columns = new ArrayList<>(table.getColumns());
                columns.sort(Comparator.comparing(column -> !column.isIdentity()));
                table.reorderColumns(columns);
            }
        }
    }

    private static List<String> statements(MetadataImplementor metadata) {
        ServiceRegistry registry = metadata.getDatabase().getServiceRegistry();
        Map<String, Object> options = new HashMap<>();
        copy(registry.requireService(ConfigurationService.class).getSettings(), options);
        options.put("hibernate.hbm2ddl.delimiter", "");
        options.put("hibernate.format_sql", "false");
        Statements statements = new Statements();
        registry.requireService(SchemaManagementTool.class)
                .getSchemaCreator(options)
                .doCreation(metadata, new Options(options), ContributableMatcher.ALL, new FromMetadata(), statements);
        return statements.all;
    }

    private static void copy(@Nullable Object from, Map<String, Object> to) {
        if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> to.put(String.valueOf(key), value));
        }
    }

    private record Options(Map<String, Object> values) implements ExecutionOptions {
        @Override
        public Map<String, Object> getConfigurationValues() {
            return values;
        }

        @Override
        public boolean shouldManageNamespaces() {
            return true;
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return failure -> {
                throw failure;
            };
        }
    }

    private static final class FromMetadata implements SourceDescriptor {
        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public @Nullable ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    private static final class Statements implements TargetDescriptor, ScriptTargetOutput {
        private final List<String> all = new ArrayList<>();

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.SCRIPT);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return this;
        }

        @Override
        public void prepare() {}

        @Override
        public void accept(String command) {
            all.add(command);
        }

        @Override
        public void release() {}
    }
}
