// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One call of the Java compiler within this process. */
final class Compilation {
    private final List<Path> classPath;

    Compilation(List<Path> classPath) {
        this.classPath = classPath;
    }

    /**
     * Compiles all the files together: for each of them its classes, by binary name.
     *
     * @throws MigrationException with code SCRIPT_DOES_NOT_COMPILE, with each thing that the compiler found wrong
     */
    Map<SourceFile, Map<String, byte[]>> compile(List<SourceFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new MigrationException(
                    ErrorCode.SCRIPT_DOES_NOT_COMPILE,
                    "There is no Java compiler here to compile " + files.get(0).shownPath()
                            + " with: this is a Java runtime without one (" + System.getProperty("java.home")
                            + "). Run on a JDK, or bring the cache of compiled revisions along.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter other = new StringWriter();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                Output output = new Output(standard)) {
            boolean done = compiler.getTask(
                            other,
                            output,
                            diagnostics,
                            options(),
                            null,
                            files.stream().map(Source::new).toList())
                    .call();
            if (!done) {
                throw failure(diagnostics.getDiagnostics(), other.toString());
            }
            return output.classes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("closing the compiler's files", impossible);
        }
    }

    private List<String> options() {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(
                "-classpath", path, "-sourcepath", "", "-proc:none", "-implicit:none", "-g", "-nowarn", "-Xlint:none");
    }

    private static MigrationException failure(
            List<Diagnostic<? extends JavaFileObject>> diagnostics, String otherwise) {
        List<String> messages = new ArrayList<>();
        List<Location> locations = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
                continue;
            }
            String message = diagnostic.getMessage(Locale.ENGLISH).strip();
            if (diagnostic.getSource() instanceof Source source) {
                Location location = source.file.at((int) Math.max(diagnostic.getLineNumber(), 0));
                locations.add(location);
                messages.add(location + ": " + message.replace("\n", "\n    "));
            } else {
                messages.add(message);
            }
        }
        return new MigrationException(
                ErrorCode.SCRIPT_DOES_NOT_COMPILE,
                (messages.isEmpty() ? otherwise.strip() : String.join("\n", messages))
                        + "\nCorrect the migration, or limbeck.classpath if a class of the application is missing.",
                locations.isEmpty() ? null : locations.get(0),
                null);
    }

    /** Source that was read before, so that what is compiled is what was hashed. */
    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        private Source(SourceFile file) {
            super(file.path().toUri(), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    /** A class in memory. */
    private static final class Target extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Target(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps classes in memory, apart by the file that they come from. */
    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<SourceFile, Map<String, Target>> targets = new LinkedHashMap<>();

        private Output(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (!(sibling instanceof Source source)) {
                throw new IllegalStateException("the compiler does not say which file " + className + " comes from");
            }
            Target target = new Target(className);
            targets.computeIfAbsent(source.file, file -> new TreeMap<>()).put(className, target);
            return target;
        }

        private Map<SourceFile, Map<String, byte[]>> classes() {
            Map<SourceFile, Map<String, byte[]>> classes = new LinkedHashMap<>();
            targets.forEach((file, compiled) -> {
                Map<String, byte[]> bytes = new TreeMap<>();
                compiled.forEach((name, target) -> bytes.put(name, target.bytes.toByteArray()));
                classes.put(file, bytes);
            });
            return classes;
        }
    }
}
