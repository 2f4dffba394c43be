// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import dev.limbeck.cli.Main;
import dev.limbeck.cli.Surroundings;
import dev.limbeck.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The command line, run in this JVM as a terminal would run it. */
public final class Limbeck {
    private Limbeck() {}

    /** What a command left behind. */
    public record Outcome(int exitCode, String out, String err) {
        Outcome with(UnaryOperator<String> change) {
            return new Outcome(exitCode, change.apply(out), change.apply(err));
        }
    }

    public static Outcome run(Path folder, List<String> arguments) {
        return run(folder, Map.of(), arguments);
    }

    public static Outcome run(Path folder, Map<String, String> environment, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), stream(out), stream(err), environment, Map.of(), folder, Terminal.NONE);
        int exitCode = new Main(surroundings).run(arguments.toArray(String[]::new));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
