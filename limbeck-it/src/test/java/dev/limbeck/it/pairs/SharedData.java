// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with other tools' pairs and other people's schemas, which stands beside the checkout. */
final class SharedData {
    private static final Path BESIDE_THE_CHECKOUT = Path.of("../../shared/data");

    private SharedData() {}

    /** A part of it; the test is skipped, and says why, where it is not there. */
    static Path require(String part) {
        Path folder = Path.of(System.getProperty("shared.data", BESIDE_THE_CHECKOUT.toString()))
                .resolve(part)
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                () -> folder + " is not there, so nothing was tried; name its parent with -Dshared.data=FOLDER");
        return folder;
    }
}
