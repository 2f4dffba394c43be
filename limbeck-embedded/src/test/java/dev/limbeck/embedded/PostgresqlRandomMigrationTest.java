// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import org.junit.jupiter.api.AfterAll;

class PostgresqlRandomMigrationTest extends RandomMigrationTest {
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
