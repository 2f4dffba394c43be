// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the sources of an application show without being compiled.
 *
 * @param entities the number of entities of each package that has some
 * @param javaxEntities how many use the API as it was before Jakarta
 * @param springApplication the package of the class that starts Spring Boot
 */
record SourceTree(
        boolean exists, SortedMap<String, Integer> entities, int javaxEntities, Optional<String> springApplication) {
    private static final List<String> FOLDERS = List.of("src/main/java", "src/main/kotlin");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern ENTITY =
            Pattern.compile("@(?:jakarta\\.persistence\\.|javax\\.persistence\\.)?Entity\\b");
    private static final Pattern JAKARTA = Pattern.compile("jakarta\\.persistence\\.(?:Entity\\b|\\*)");
    private static final Pattern JAVAX = Pattern.compile("javax\\.persistence\\.(?:Entity\\b|\\*)");
    private static final Pattern SPRING_APPLICATION = Pattern.compile("@SpringBootApplication\\b");

    /** The packages with entities, sorted. */
    List<String> entityPackages() {
        return List.copyOf(entities.keySet());
    }

    int entityCount() {
        return entities.values().stream().mapToInt(Integer::intValue).sum();
    }

    static SourceTree read(Path project) throws IOException {
        SortedMap<String, Integer> entities = new TreeMap<>();
        int javax = 0;
        Optional<String> application = Optional.empty();
        for (Path file : files(project)) {
            String text = COMMENT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .replaceAll(" ");
            Matcher declaration = PACKAGE.matcher(text);
            String name = declaration.find() ? declaration.group(1) : "";
            if (ENTITY.matcher(text).find()) {
                if (JAKARTA.matcher(text).find() && !name.isEmpty()) {
                    entities.merge(name, 1, Integer::sum);
                } else if (JAVAX.matcher(text).find()) {
                    javax++;
                }
            }
            if (SPRING_APPLICATION.matcher(text).find() && !name.isEmpty()) {
                application = application.or(() -> Optional.of(name));
            }
        }
        boolean exists = Files.isDirectory(project.resolve(FOLDERS.get(0)));
        return new SourceTree(exists, entities, javax, application);
    }

    private static List<Path> files(Path project) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path root = project.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> walk = Files.walk(root)) {
                    walk.filter(path -> path.toString().endsWith(".java")
                                    || path.toString().endsWith(".kt"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
