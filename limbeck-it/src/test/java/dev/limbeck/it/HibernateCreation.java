// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hibernate.cfg.Configuration;

/** Has Hibernate, in whichever version is there, create the tables of entities in the database that the settings name. */
public final class HibernateCreation implements BiConsumer<Map<String, Object>, List<Class<?>>> {

    @Override
    public void accept(Map<String, Object> settings, List<Class<?>> entities) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.query.startup_check", "false")
                // Its work tables for bulk statements, made on SQLite whenever it starts, are not part of the schema.
                .setProperty("hibernate.query.mutation_strategy.persistent.create_tables", "false")
                .setProperty("jakarta.persistence.schema-generation.database.action", "create");
        configuration.getProperties().putAll(settings);
        entities.forEach(configuration::addAnnotatedClass);
        configuration.buildSessionFactory().close();
    }
}
