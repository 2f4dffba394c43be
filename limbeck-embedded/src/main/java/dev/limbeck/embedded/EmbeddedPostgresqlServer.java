// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/** The one embedded PostgreSQL that everything in this JVM shares. */
public final class EmbeddedPostgresqlServer implements EmbeddedServer {
    private static final Shared SHARED = new Shared();

    @Override
    public boolean supports(String dialectName) {
        return dialectName.equals("postgresql");
    }

    @Override
    public Database start() {
        EmbeddedPostgresql server = SHARED.server();
        return new Database(
                Dialects.forUrl(server.url()),
                server.url(),
                server.user(),
                server.password(),
                EmbeddedPostgresqlServer.class.getClassLoader());
    }

    /**
     * Static because a service is made anew at each look-up while a server costs seconds to start; the library it
     * comes from stops it when the JVM ends. A failed start is not remembered.
     */
    private static final class Shared {
        private @Nullable EmbeddedPostgresql server;

        synchronized EmbeddedPostgresql server() {
            if (server == null) {
                server = EmbeddedPostgresql.start();
            }
            return server;
        }
    }
}
