// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.Optional;
import java.util.ServiceLoader;

/** A database server that comes as a library and runs for as long as this JVM; found as a service. */
public interface EmbeddedServer {

    /** Whether this is a server for the dialect of that {@link Dialect#name name}. */
    boolean supports(String dialectName);

    /**
     * The database of its administrator, who may create others; starts the server at the first call.
     *
     * @throws dev.limbeck.error.MigrationException with code SCRATCH_UNAVAILABLE if it does not start
     */
    Database start();

    /** The server for a dialect, if one is on the class path. */
    static Optional<EmbeddedServer> find(String dialectName) {
        return ServiceLoader.load(EmbeddedServer.class, EmbeddedServer.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(server -> server.supports(dialectName))
                .findFirst();
    }
}
