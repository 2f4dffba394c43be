// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The example application, as it lies in the repository. */
final class Bookshop {
    static final Path FOLDER = Path.of("../examples/bookshop").toAbsolutePath().normalize();

    private static final String PROVIDER_SETTINGS = "limbeck.jpa.";

    private Bookshop() {}

    static Application application() throws IOException {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("limbeck.properties"))) {
            settings.load(reader);
        }
        Properties jpa = new Properties();
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PROVIDER_SETTINGS))
                .forEach(name ->
                        jpa.setProperty(name.substring(PROVIDER_SETTINGS.length()), settings.getProperty(name)));
        String packages = settings.getProperty("limbeck.models").replaceFirst("^jpa:", "");
        return new Application("bookshop", packages, List.of(FOLDER.resolve("target/classes")), jpa);
    }
}
