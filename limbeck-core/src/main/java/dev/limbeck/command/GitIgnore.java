// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps Limbeck's cache out of version control. */
final class GitIgnore {
    private static final String NAME = ".gitignore";
    private static final String CACHE = ".limbeck/";

    private GitIgnore() {}

    /** Makes git ignore the cache in a project's folder; does nothing where git ignores it already or is not used. */
    static Optional<Init.Action> cover(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (isCovered(directory) || !(Files.exists(file) || isCheckout(directory))) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            Files.writeString(file, CACHE + "\n");
            return Optional.of(new Init.Action(Init.Deed.GENERATED, file));
        }
        String text = Files.readString(file);
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        Files.writeString(file, separator + CACHE + "\n", StandardOpenOption.APPEND);
        return Optional.of(new Init.Action(Init.Deed.APPENDED, file));
    }

    private static boolean isCheckout(Path directory) {
        for (Path place = directory; place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /** Looks no further up than the checkout reaches. */
    private static boolean isCovered(Path directory) throws IOException {
        for (Path place = directory; place != null; place = place.getParent()) {
            Path file = place.resolve(NAME);
            if (Files.exists(file)
                    && Files.readAllLines(file).stream()
                            .map(String::strip)
                            .anyMatch(line -> line.equals(CACHE) || line.equals(".limbeck"))) {
                return true;
            }
            if (Files.exists(place.resolve(".git"))) {
                return false;
            }
        }
        return false;
    }
}
