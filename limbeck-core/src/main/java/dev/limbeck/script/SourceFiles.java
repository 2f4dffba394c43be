// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Problems;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds source files in folders, or in whole trees of them, and each of them once, whatever links lead to it. */
final class SourceFiles {
    private final boolean recursive;
    private final Problems problems;
    private final Set<Path> seen = new HashSet<>();

    SourceFiles(boolean recursive, Problems problems) {
        this.recursive = recursive;
        this.problems = problems;
    }

    /** The files that were not found before, in the order of their paths; none for a folder that does not exist. */
    List<Path> in(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        Tree tree = new Tree(folder);
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("not a folder");
            }
            int depth = recursive ? Integer.MAX_VALUE : 1;
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, tree);
        } catch (IOException unreadable) {
            unlisted(folder);
        }
        return List.copyOf(tree.found);
    }

    private void unlisted(Path folder) {
        problems.add(new SourceFile(folder, "").shownPath()
                + ": the folder cannot be listed; limbeck.locations names folders with revision files.");
    }

    private static boolean isSource(Path path) {
        String name = path.getFileName().toString();
        boolean source = Stream.of(Language.values()).anyMatch(language -> name.endsWith(language.extension()));
        return source && !name.startsWith(".") && !name.equals("module-info.java") && Files.isRegularFile(path);
    }

    /** Walks through one location. */
    private final class Tree extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<Path> found = new TreeSet<>();

        private Tree(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = folder.getFileName().toString().startsWith(".");
            return hidden && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isSource(file) && seen.add(file.toRealPath())) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A link that leads round in a circle, or nowhere, leads to no file; a folder that is closed may have some. */
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
                unlisted(path);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
