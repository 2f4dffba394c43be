// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server of one's own, on a free port of this machine. It is empty at the start and gone, with all its data,
 * when it is closed or the JVM ends, however it ends. It trusts every login from this machine: keep nothing of value in
 * it.
 */
public final class EmbeddedMariadb implements AutoCloseable {
    private static final String USER = "root";

    /** Busy build machines take their time; waiting costs nothing where the server is quick. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Starts the server and waits for the end of the standard input, which comes with the end of this JVM even if it is
     * killed; then ends the server and removes its data.
     */
    private static final String KEEPER = """
            exec 3<&0
            data=$1
            shift
            "$@" </dev/null &
            server=$!
            (cat <&3 >/dev/null; kill -9 $server) &
            wait $server
            rm -rf "$data"
            """;

    /** The account that logs in from this machine, without a password. */
    private static final String ACCOUNT = "replace into global_priv values"
            + " ('127.0.0.1', 'root', '{\"access\": 18446744073709551615, \"version_id\": 110400}');\n";

    private final Process keeper;
    private final int port;

    private EmbeddedMariadb(Process keeper, int port) {
        this.keeper = keeper;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @throws MigrationException with code SCRATCH_UNAVAILABLE if it does not start
     */
    public static EmbeddedMariadb start() {
        try {
            return start(MariadbBinaries.unpack());
        } catch (IOException | UncheckedIOException failure) {
            throw new MigrationException(
                    ErrorCode.SCRATCH_UNAVAILABLE,
                    "The embedded MariaDB does not start on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + failure.getMessage()
                            + "\nName an empty database in limbeck.scratch.",
                    failure);
        }
    }

    private static EmbeddedMariadb start(MariadbBinaries binaries) throws IOException {
        Path folder = Files.createTempDirectory("limbeck-mariadb");
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(folder.resolve("tmp"));
        File log = folder.resolve("log").toFile();
        createSystemTables(binaries, data, log);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "limbeck", folder.toString()));
        command.addAll(server(binaries, data));
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--skip-name-resolve",
                "--character-set-server=utf8mb4"));
        Process keeper = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        awaitReady(keeper, port, log);
        return new EmbeddedMariadb(keeper, port);
    }

    /** What is thrown away at the end need not survive a failure of the power. */
    private static List<String> server(MariadbBinaries binaries, Path data) {
        return List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--lc-messages-dir=" + binaries.share(),
                "--datadir=" + data,
                // A server that starts clears the folder for temporary files of what an earlier one left there.
                "--tmpdir=" + data.resolveSibling("tmp"),
                "--user=" + System.getProperty("user.name"),
                "--skip-log-bin",
                "--skip-slave-start",
                "--debug-no-sync",
                "--sync-frm=0",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M");
    }

    private static void createSystemTables(MariadbBinaries binaries, Path data, File log) throws IOException {
        List<String> command = new ArrayList<>(server(binaries, data));
        command.add("--bootstrap");
        Process bootstrap = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try (var statements = bootstrap.getOutputStream()) {
            statements.write("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
            for (Path script : binaries.systemTables()) {
                Files.copy(script, statements);
            }
            statements.write(ACCOUNT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException brokenPipe) {
            throw new IOException(lastWords(log), brokenPipe);
        }
        if (!ends(bootstrap) || bootstrap.exitValue() != 0) {
            bootstrap.destroyForcibly();
            throw new IOException(lastWords(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process keeper, int port, File log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(port)) {
            if (!keeper.isAlive() || System.nanoTime() > deadline) {
                keeper.getOutputStream().close();
                throw new IOException(lastWords(log));
            }
            pause();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while it starts", interrupted));
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String lastWords(File log) throws IOException {
        if (!log.exists()) {
            return "it said nothing";
        }
        List<String> lines = Files.readAllLines(log.toPath(), StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** The JDBC URL of the server, without a database; add the name of one. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    public String user() {
        return USER;
    }

    /** Empty: the server trusts every login from this machine. */
    public String password() {
        return "";
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!ends(keeper)) {
            keeper.destroyForcibly();
        }
    }
}
