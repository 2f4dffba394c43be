// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static dev.limbeck.jpa.ModelScripts.POSTGRESQL;
import static dev.limbeck.jpa.ModelScripts.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.Rename;
import dev.limbeck.jpa.HibernateScriptTest.Hibernate;
import dev.limbeck.models.ModelRequest.Product;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenamedFromTest {
    private static final Map<String, String> SPRING = Map.of("spring-naming", "true");

    @ParameterizedTest
    @EnumSource
    void isReadForEntitiesAttributesAndConstants(Hibernate hibernate) {
        Name client = Name.of("client");

        assertThat(renames(hibernate, POSTGRESQL, SPRING))
                .contains(
                        Rename.table(Name.of("customer"), "client"),
                        Rename.table(Name.of("customer_tags"), "client_tags"),
                        Rename.column(Name.of("client_tags"), "customer_id", "client_id"),
                        Rename.table(Name.of("client_labels"), "client_tags"),
                        Rename.column(Name.of("client_tags"), "labels", "tags"),
                        Rename.table(Name.of("customer_friends"), "client_friends"),
                        Rename.column(Name.of("client_friends"), "customer_id", "client_id"),
                        Rename.column(client, "alias", "nick"),
                        Rename.column(client, "mail", "email_address"),
                        Rename.column(client, "title", "full_name"),
                        Rename.column(client, "boss_id", "manager_id"),
                        Rename.column(client, "town", "city"),
                        Rename.enumValue(Name.of("state"), "OLD", "RETIRED"),
                        Rename.enumValue(new Name("client", "state"), "OLD", "RETIRED"));
    }

    @Test
    void spellsNamesAsTheDatabaseStoresThem() {
        assertThat(renames(Hibernate.BUNDLED, SQLITE, Map.of()))
                .contains(
                        Rename.table(Name.of("Customer"), "Client"),
                        Rename.column(Name.of("Client"), "mail", "emailAddress"),
                        Rename.column(Name.of("Client"), "title", "FULL_NAME"));
        assertThat(renames(Hibernate.BUNDLED, new Product("H2", 2, 4, true), Map.of()))
                .contains(Rename.column(Name.of("client"), "mail", "emailaddress"));
    }

    @Test
    void saysNothingOfWhatIsNotAnnotated() {
        assertThat(ModelScripts.script("jpa:dev.limbeck.jpa.shop", POSTGRESQL).renames())
                .isEmpty();
    }

    private static List<Rename> renames(Hibernate hibernate, Product product, Map<String, String> properties) {
        return ModelScripts.script("jpa:dev.limbeck.jpa.renamed", product, hibernate.classpath(), properties)
                .renames();
    }
}
