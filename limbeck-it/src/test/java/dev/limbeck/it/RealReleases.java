// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a page that puts what autogenerate writes between two releases of an application beside what its authors wrote.
 *
 * <p>Run by hand, as {@code RealReleases FOLDER PAGE}, on a copy of {@code src/test/releases} with the jars added. Below the folder is one for each application, with its
 * {@code application.properties} (what its entities are called, the releases in order, what is said where autogenerate
 * asks) and a folder of jars for each release. What is said about the differences stands in {@code RELEASE.md} beside
 * them, and is taken over; what the authors ran stands in {@code RELEASE.sql} where no jar has it as text, and what the
 * application itself gives to its provider in {@code classes}.
 */
final class RealReleases {
    private static final Pattern UPGRADE =
            Pattern.compile("public void upgrade\\(Operations op\\) \\{\n(.*?)\n    \\}\n", Pattern.DOTALL);

    private final Path folder;
    private final Properties properties;
    private final Path work;

    private RealReleases(Path folder, Path work) throws IOException {
        this.folder = folder;
        this.work = work;
        this.properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("application.properties"))) {
            properties.load(reader);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        StringBuilder page = new StringBuilder(Files.readString(Path.of(arguments[0], "page.md")));
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
                Path work = Files.createTempDirectory("limbeck-releases").toRealPath();
                page.append(new RealReleases(each.toAbsolutePath(), work).section());
                Workspace.delete(work);
            }
        }
        Files.writeString(Path.of(arguments[1]), page);
    }

    private String section() throws IOException, SQLException {
        StringBuilder text = new StringBuilder(
                "\n## " + properties.getProperty("title") + "\n\n" + properties.getProperty("about") + "\n");
        List<String> releases = List.of(properties.getProperty("releases").split(","));
        try (TestDatabase database = TestDatabase.Kind.POSTGRESQL.open(work)) {
            for (int i = 0; i < releases.size(); i++) {
                String release = releases.get(i);
                settings(release, database);
                String written = revision(release, i);
                if (i == 0) {
                    text.append("\nThe first release, ")
                            .append(release)
                            .append(", has ")
                            .append(database.schema().tables().size())
                            .append(" tables.\n");
                } else {
                    text.append(comparison(releases.get(i - 1), release, written));
                }
            }
            limbeck("downgrade", "base");
            if (!SchemaLines.of(database.schema()).isEmpty()) {
                throw new IllegalStateException("left behind: " + SchemaLines.of(database.schema()));
            }
        }
        return text.toString();
    }

    private void settings(String release, TestDatabase database) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("limbeck.url", database.database().url());
        settings.setProperty("limbeck.user", database.database().user());
        String packages = properties.getProperty("packages." + release, properties.getProperty("packages"));
        settings.setProperty("limbeck.models", "jpa:" + packages);
        settings.setProperty(
                "limbeck.classpath", classpath(release).map(Path::toString).collect(Collectors.joining(",")));
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("jpa."))
                .forEach(key -> settings.setProperty("limbeck." + key, properties.getProperty(key)));
        try (var writer = Files.newBufferedWriter(work.resolve("limbeck.properties"))) {
            settings.store(writer, null);
        }
    }

    private Stream<Path> classpath(String release) throws IOException {
        return Stream.concat(Stream.of(folder.resolve("classes")).filter(Files::isDirectory), jars(release).stream());
    }

    private List<Path> jars(String release) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(release))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private String revision(String release, int number) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("revision", "--autogenerate", "--rev-id", "r" + number, "-m", "release"));
        arguments.addAll(Words.of(answers(release)));
        limbeck(arguments.toArray(String[]::new));
        Path file = work.resolve("migrations/Rr" + number + "_release.java");
        if (!Files.exists(file)) {
            return "// nothing\n";
        }
        limbeck("upgrade", "head");
        limbeck("check");
        limbeck("diff", "database", "models");
        Matcher upgrade = UPGRADE.matcher(Files.readString(file));
        if (!upgrade.find()) {
            throw new IllegalStateException(file + " has no upgrade");
        }
        return upgrade.group(1).stripIndent() + "\n";
    }

    private String answers(String release) {
        return properties.getProperty("answers." + release, "");
    }

    private String comparison(String before, String after, String written) throws IOException {
        String answers = answers(after);
        Path said = folder.resolve(after + ".md");
        return "\n### " + before + " to " + after + "\n\nAutogenerate"
                + (answers.isEmpty() ? "" : ", told `" + answers + "`") + ":\n\n```java\n" + written
                + "```\n\nThe authors:\n\n```\n" + authors(before, after) + "```\n"
                + (Files.exists(said) ? "\n" + Files.readString(said) : "");
    }

    private String authors(String before, String after) throws IOException {
        Path ran = folder.resolve(after + ".sql");
        if (Files.exists(ran)) {
            return Files.readString(ran);
        }
        Map<String, String> old = AuthoredMigrations.of(jars(before));
        return AuthoredMigrations.of(jars(after)).entrySet().stream()
                .filter(entry -> !old.containsKey(entry.getKey()))
                .map(entry -> "-- " + entry.getKey() + "\n" + entry.getValue())
                .collect(Collectors.joining());
    }

    private void limbeck(String... arguments) {
        Limbeck.Outcome outcome = Limbeck.run(work, Collections.unmodifiableList(List.of(arguments)));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + "\n" + outcome.out() + outcome.err());
        }
    }
}
