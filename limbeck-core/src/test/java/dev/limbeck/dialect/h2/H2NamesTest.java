// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2NamesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            UPPER, USERS, users
            UPPER, Users, Users
            UPPER, users, "users"
            UPPER, ORDER, ORDER
            UPPER, order, order
            UPPER, a b,   a b
            LOWER, users, users
            LOWER, USERS, USERS
            KEPT,  users, users
            KEPT,  Users, Users
            """)
    void aStoredNameIsKnownByOneThatLeadsBackToIt(H2Names.Folding folding, String stored, String known) {
        H2Names names = new H2Names(folding);

        assertThat(names.known(stored)).isEqualTo(known);
        assertThat(names.stored(names.known(stored))).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void everyNameSurvivesTheWayToTheDatabaseAndBack(H2Names.Folding folding) {
        String settings = switch (folding) {
            case UPPER -> "";
            case LOWER -> ";DATABASE_TO_LOWER=TRUE";
            case KEPT -> ";DATABASE_TO_UPPER=FALSE";
        };
        try (H2Fixture database = new H2Fixture(H2Fixture.OWN_MODE + settings)) {
            for (String stored : List.of("USERS", "Users", "users", "ORDER", "order", "Größe", "a b", "\"x\"")) {
                database.sql("create table \"" + stored.replace("\"", "\"\"") + "\" (id integer)");
            }
            for (Name name : database.schema().tables().keySet()) {
                database.sql("insert into " + H2Names.quoted(name.name()) + " values (1)");
            }
            assertThat(database.rows("select sum(ROW_COUNT_ESTIMATE), count(*) from INFORMATION_SCHEMA.TABLES"
                            + " where TABLE_SCHEMA = current_schema"))
                    .containsExactly("8|8");
        }
    }

    @Test
    void quotesEveryKeyWord() throws SQLException {
        try (H2Fixture database = new H2Fixture()) {
            for (String word : H2KeyWords.all()) {
                database.sql("create table " + H2Names.quoted(word) + " (" + H2Names.quoted(word) + " integer)");
            }
            String words = database.connection().getMetaData().getSQLKeywords().toLowerCase(Locale.ROOT);
            assertThat(H2KeyWords.all()).contains(words.split(","));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void namesWithoutASchemaAreThoseOfTheFirstWantedOne(String url) {
        try (H2Fixture database = new H2Fixture(url)) {
            database.sql(
                    "create schema shop",
                    "create table shop.books (id bigint primary key, n bigint default 5 check (n > 1))",
                    "create sequence shop.numbers",
                    "alter table shop.books alter column n set default next value for shop.numbers",
                    "create table loans (book bigint references shop.books)");

            Reflection wanted = new Reflection(List.of("shop", "public"), Set.of());
            assertThat(database.schema(wanted).tables().keySet())
                    .containsExactly(Name.of("books"), new Name("public", "loans"));
            assertThat(database.schema(wanted)
                            .table(Name.of("books"))
                            .orElseThrow()
                            .columns()
                            .get(1)
                            .value())
                    .hasToString("Expression[sql=NEXT VALUE FOR numbers]");
            assertThat(database.table("loans").foreignKeys().get(0).references())
                    .isEqualTo(new Name("shop", "books"));
        }
    }
}
