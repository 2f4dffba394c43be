// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the command sees of the world around it.
 *
 * @param in where answers to questions come from
 * @param out where results go
 * @param err where progress and failures go
 * @param terminal which of the three a person sits at
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Map<String, String> systemProperties,
        Path workingDirectory,
        Terminal terminal) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return new Surroundings(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                properties,
                Path.of("").toAbsolutePath(),
                Terminal.of(properties));
    }

    Surroundings withErr(PrintStream other) {
        return new Surroundings(in, out, other, environment, systemProperties, workingDirectory, terminal);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset(System.getProperty("native.encoding")));
    }

    /** The terminal's encoding. */
    Charset charset() {
        return charset(systemProperties.get("native.encoding"));
    }

    /** An encoding that cannot say more than ASCII was set by nobody. */
    private static Charset charset(@Nullable String platform) {
        Charset charset = platform == null ? StandardCharsets.UTF_8 : Charset.forName(platform);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** Without the values of the environment, which may be secrets. */
    @Override
    public String toString() {
        return "Surroundings[workingDirectory=" + workingDirectory + "]";
    }
}
