// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Has Hibernate create the tables of entities, in the database that the settings name. */
public final class HibernateCreation implements BiConsumer<Map<String, Object>, List<Class<?>>> {

    @Override
    public void accept(Map<String, Object> settings, List<Class<?>> entities) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("application")
                .managedClasses(entities.toArray(Class<?>[]::new))
                .property("hibernate.query.startup_check", "false")
                // Its work tables for bulk statements, made on SQLite whenever it starts, are not part of the schema.
                .property("hibernate.query.mutation_strategy.persistent.create_tables", "false")
                .property("jakarta.persistence.schema-generation.database.action", "create");
        settings.forEach(configuration::property);
        configuration.createEntityManagerFactory().close();
    }
}
