// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbRandomMigrationTest extends RandomMigrationTest {
    private static final TestDatabase database = new MariadbTestDatabase();

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
        return new MariadbSchemas(seed);
    }
}
