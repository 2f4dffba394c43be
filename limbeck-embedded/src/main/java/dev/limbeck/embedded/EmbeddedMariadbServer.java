// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/** The one embedded MariaDB that everything in this JVM shares. */
public final class EmbeddedMariadbServer implements EmbeddedServer {
    private static final Shared SHARED = new Shared();

    @Override
    public boolean supports(String dialectName) {
        return dialectName.equals("mariadb");
    }

    @Override
    public Database start() {
        EmbeddedMariadb server = SHARED.server();
        return new Database(
                Dialects.forUrl(server.url()),
                server.url(),
                server.user(),
                server.password(),
                EmbeddedMariadbServer.class.getClassLoader());
    }

    /**
     * Static because a service is made anew at each look-up while a server costs seconds to start; it ends with the
     * JVM. A failed start is not remembered.
     */
    private static final class Shared {
        private @Nullable EmbeddedMariadb server;

        synchronized EmbeddedMariadb server() {
            if (server == null) {
                server = EmbeddedMariadb.start();
            }
            return server;
        }
    }
}
