// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose doing something is.
 *
 * @param run names a run of Limbeck, unlike any other; empty where a Limbeck older than this wrote it
 * @param by the user of the machine
 * @param from the machine and the process
 */
public record Origin(String run, String by, String from) {
    private static final int LONGEST = 255;
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    /** This process, at the beginning of a new run. */
    public static Origin here() {
        return new Origin(
                UUID.randomUUID().toString(),
                Texts.cut(System.getProperty("user.name", ""), LONGEST),
                Texts.cut(machine() + "#" + ProcessHandle.current().pid(), LONGEST));
    }

    /** The machine's name as its environment or its kernel gives it; asking the network could hang. */
    private static String machine() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseGet(Origin::ofKernel);
    }

    private static String ofKernel() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
