// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, the strongest first.
 *
 * @param flags what the command line says, by full key
 * @param arguments what {@code -x} says, for placeholders
 * @param systemProperties of which those that begin with {@code limbeck.} count
 * @param environment of which those that are named after an option count
 * @param file the file that somebody named; null means that {@code limbeck.properties} is looked for
 * @param workingDirectory where the search begins, upwards
 */
public record Sources(
        Map<String, String> flags,
        Map<String, String> arguments,
        Map<String, String> systemProperties,
        Map<String, String> environment,
        @Nullable Path file,
        Path workingDirectory) {

    public Sources {
        flags = Map.copyOf(flags);
        arguments = Map.copyOf(arguments);
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** No source but the given flags. */
    static Sources of(Map<String, String> flags, Path workingDirectory) {
        return new Sources(flags, Map.of(), Map.of(), Map.of(), null, workingDirectory);
    }

    /** The names and the places only: any of the values may be a secret. */
    @Override
    public String toString() {
        return "Sources[flags=" + flags.keySet() + ", file=" + file + ", workingDirectory=" + workingDirectory + "]";
    }
}
