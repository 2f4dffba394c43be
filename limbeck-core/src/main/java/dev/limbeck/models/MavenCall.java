// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks Maven itself, in a process of its own, what a project depends on. */
final class MavenCall {
    private static final int ERROR_LINES = 12;

    /**
     * A line of {@code dependency:list}, as its versions from 2.8 to 3.11 write it: coordinates and scope, the file,
     * whether it is optional, its module. {@code build-classpath} writes one scope or all of them, while entities need
     * those of compile, run time and provided together, without those of tests.
     */
    private static final Pattern LINE = Pattern.compile(
            "\\s+[^\\s:]+(?::[^\\s:]+){3,4}:(\\w+):(.+?)(?:\\s+\\(optional\\s*\\))?(?:\\s+-- module .*)?");

    private MavenCall() {}

    /** The jars, and the folders of modules built along, in Maven's order; without those of tests. */
    static List<Path> dependencies(MavenProject project) throws IOException {
        Path list = Files.createTempFile("limbeck-dependencies", ".txt");
        try {
            run(project, list);
            return parse(Files.readAllLines(list));
        } finally {
            Files.deleteIfExists(list);
        }
    }

    static List<Path> parse(List<String> lines) {
        List<Path> entries = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && !matcher.group(1).equals("test")) {
                Path entry = Path.of(matcher.group(2));
                if (Files.isDirectory(entry) || matcher.group(2).endsWith(".jar")) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static void run(MavenProject project, Path list) throws IOException {
        List<String> command = command(project, list);
        Process process = start(command, project);
        String output;
        try (var nothingToSay = process.getOutputStream();
                var said = process.getInputStream()) {
            nothingToSay.flush();
            output = new String(said.readAllBytes(), Charset.defaultCharset());
        }
        if (exitCode(process) != 0) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Maven cannot tell the class path of " + project.pom() + ":\n" + errors(output)
                            + "\nMake this work, or list folders and jars in limbeck.classpath:\n  "
                            + String.join(" ", command));
        }
    }

    private static List<String> command(MavenProject project, Path list) {
        List<String> command = new ArrayList<>(executable(project.folder()));
        command.addAll(List.of("--quiet", "--batch-mode", "--file"));
        if (project.isModule()) {
            // modules beside it may be installed nowhere; compiled in the same run, their folders stand for them
            String module =
                    project.root().relativize(project.folder()).toString().replace('\\', '/');
            command.addAll(List.of(project.root().resolve("pom.xml").toString(), "--projects", module));
            command.addAll(List.of("--also-make", "compile"));
        } else {
            command.add(project.pom().toString());
        }
        command.add("dependency:list");
        command.add("-DoutputAbsoluteArtifactFilename=true");
        command.add("-Dstyle.color=never");
        command.add("-DoutputFile=" + list);
        return command;
    }

    private static List<String> executable(Path folder) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        for (Path above = folder; above != null; above = above.getParent()) {
            Path wrapper = above.resolve(windows ? "mvnw.cmd" : "mvnw");
            if (Files.isRegularFile(wrapper)) {
                return Files.isExecutable(wrapper) ? List.of(wrapper.toString()) : List.of("sh", wrapper.toString());
            }
        }
        return List.of(windows ? "mvn.cmd" : "mvn");
    }

    private static Process start(List<String> command, MavenProject project) {
        try {
            return new ProcessBuilder(command)
                    .directory(project.root().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot run " + command.get(0) + " for the class path of " + project.pom() + ": "
                            + missing.getMessage()
                            + "\nInstall Maven or add its wrapper (mvnw), or list folders and jars in limbeck.classpath.",
                    missing);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED, "Interrupted while Maven worked out the class path.", stopped);
        }
    }

    private static String errors(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> errors = lines.stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length()).strip())
                .takeWhile(line -> !line.startsWith("To see the full stack trace"))
                .filter(line -> !line.isEmpty())
                .limit(ERROR_LINES)
                .toList();
        List<String> shown =
                errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - ERROR_LINES), lines.size()) : errors;
        return "  " + String.join("\n  ", shown);
    }
}
