// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A PostgreSQL server with its own client programs {@code psql} and {@code pg_dump} on the path. */
record PostgresqlPeer(String host, int port, String user) implements Peer {
    private static final List<String> DUMP = List.of("pg_dump", "--schema-only", "-T", "limbeck_*");
    private static final Pattern COLUMNS =
            Pattern.compile("(?ms)^CREATE (?:UNLOGGED |FOREIGN )?TABLE [^;]*?\\(\\n(.*?)\\n\\)");

    @Override
    public Place create(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name + " template template0");
        return new Place() {
            @Override
            public String url() {
                return "jdbc:postgresql://" + host + ":" + port + "/" + name;
            }

            @Override
            public String user() {
                return user;
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public void load(String sql) throws IOException, SQLException {
                Path file = Files.createTempFile("pair", ".sql");
                Files.writeString(file, sql);
                try {
                    program(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString()), name);
                } finally {
                    Files.delete(file);
                }
            }

            @Override
            public String dump() throws IOException, SQLException {
                return normalised(program(DUMP, name), true);
            }

            @Override
            public String exactDump() throws IOException, SQLException {
                return normalised(program(DUMP, name), false);
            }

            @Override
            public String script() throws IOException, SQLException {
                return program(DUMP, name);
            }

            @Override
            public void close() throws SQLException {
                execute("drop database " + name + " with (force)");
            }
        };
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/postgres", user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String program(List<String> words, String name) throws IOException, SQLException {
        List<String> command = new ArrayList<>(words);
        command.addAll(List.of("-h", host, "-p", String.valueOf(port), "-U", user, "-d", name));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new SQLException(words.get(0) + ": " + err);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return out;
    }

    /** Without comments and the key that pg_dump draws by lot; statements, and maybe a table's columns, in any order. */
    private static String normalised(String dump, boolean sortsColumns) {
        String text = dump.lines()
                .filter(line ->
                        !line.startsWith("--") && !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .reduce(new StringBuilder(), (all, line) -> all.append(line).append('\n'), StringBuilder::append)
                .toString();
        List<String> statements = new ArrayList<>();
        for (String part : text.split("\\n\\n+", -1)) {
            if (!part.isBlank() && !sortsColumns) {
                statements.add(part.strip());
            } else if (!part.isBlank()) {
                statements.add(COLUMNS.matcher(part.strip()).replaceAll(found -> {
                    List<String> lines = new ArrayList<>(found.group(1)
                            .lines()
                            .map(line -> line.replaceFirst(",$", ""))
                            .sorted()
                            .toList());
                    return java.util.regex.Matcher.quoteReplacement(
                            found.group().replace(found.group(1), String.join("\n", lines)));
                }));
            }
        }
        return String.join("\n", statements.stream().sorted().toList());
    }
}
