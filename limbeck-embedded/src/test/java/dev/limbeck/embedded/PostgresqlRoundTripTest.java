// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import org.junit.jupiter.api.AfterAll;

class PostgresqlRoundTripTest extends RoundTripTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    TestDatabase database() {
        return database;
    }

    @Override
    RandomSchemas schemas(long seed) {
        return new PostgresqlSchemas(seed);
    }
}
