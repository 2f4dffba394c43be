// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.it.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One schema, said by each kind of model source: it is the same schema, the same changes of it are found, and a second
 * comparison finds nothing.
 */
class ModelSourcesIT {
    private static final String SQL = """
            create table team (id bigint not null, name varchar(40) not null, primary key (id));
            create table player (id bigint not null, nick varchar(30), team_id bigint, primary key (id));
            alter table player add constraint fk_player_team foreign key (team_id) references team (id);
            """;

    /** SQLite adds no foreign key to a table that is there. */
    private static final String SQLITE = """
            create table team (id bigint not null, name varchar(40) not null, primary key (id));
            create table player (id bigint not null, nick varchar(30), team_id bigint, primary key (id),
                constraint fk_player_team foreign key (team_id) references team (id));
            """;

    private static final String NEW_SQL = """
            create index ix_player_nick on player (nick);
            create table game (id bigint not null, score integer not null, primary key (id));
            """;

    private static final String JAVA = """
            package shop;

            import static dev.limbeck.operation.Definitions.*;

            import dev.limbeck.SchemaModel;
            import dev.limbeck.operation.Operations;

            class Model implements SchemaModel {
                @Override
                public void define(Operations op) {
                    op.createTable("team",
                            column("id", bigint()).notNull(),
                            column("name", varchar(40)).notNull(),
                            primaryKey(columns("id")));
                    op.createTable("player",
                            column("id", bigint()).notNull(),
                            column("nick", varchar(30)),
                            column("team_id", bigint()),
                            primaryKey(columns("id")),
                            foreignKey("fk_player_team", "team_id").references("team", "id"));
            %s    }
            }
            """;

    private static final String NEW_JAVA = """
                    op.createIndex("player", index("ix_player_nick", "nick"));
                    op.createTable("game",
                            column("id", bigint()).notNull(),
                            column("score", integer()).notNull(),
                            primaryKey(columns("id")));
            """;

    private static final String TEAM = """
            package shop.model;

            import jakarta.persistence.*;

            @Entity
            class Team {
                @Id long id;
                @Column(length = 40, nullable = false) String name;
            }
            """;

    private static final String PLAYER = """
            package shop.model;

            import jakarta.persistence.*;

            @Entity%s
            class Player {
                @Id long id;
                @Column(length = 30) String nick;
                @ManyToOne @JoinColumn(name = "team_id", foreignKey = @ForeignKey(name = "fk_player_team")) Team team;
            }
            """;

    private static final String NEW_PLAYER =
            "\n@Table(indexes = @Index(name = \"ix_player_nick\", columnList = \"nick\"))";

    private static final String GAME = """
            package shop.model;

            import jakarta.persistence.*;

            @Entity
            class Game {
                @Id long id;
                int score;
            }
            """;

    @TempDir
    private Path folder;

    /** What says the schema; {@code first} or with what is new. */
    enum Source {
        SQL,
        JAVA,
        JPA,
        JDBC,
        JPA_AND_SQL;

        private boolean isCompiled() {
            return this == JAVA || this == JPA || this == JPA_AND_SQL;
        }
    }

    static Stream<Arguments> sources() {
        return Kind.vendors().stream()
                .flatMap(kind -> Stream.of(Source.values()).map(source -> Arguments.of(kind, source)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("sources")
    void saysTheSameAsAnyOther(Kind kind, Source source) throws IOException, SQLException {
        Workspace workspace = new Workspace(folder);
        workspace.write("other/.keep", "");
        workspace.write("plain/.keep", "");
        try (TestDatabase database = kind.open(folder);
                TestDatabase other = kind.open(folder.resolve("other"));
                TestDatabase plain = kind.open(folder.resolve("plain"))) {
            run(plain, first(kind));
            say(workspace, source, other, kind, false);
            settings(workspace, source, database, other);

            limbeck(0, "revision", "--autogenerate", "-m", "baseline");
            limbeck(0, "upgrade", "head");
            assertThat(lines(database)).isEqualTo(lines(plain));
            assertEqual();

            run(plain, NEW_SQL);
            say(workspace, source, other, kind, true);

            assertThat(limbeck(1, "diff", "database", "models").out().lines())
                    .containsExactlyInAnyOrder("added table 'game'", "added index 'ix_player_nick' on 'player (nick)'");
            assertThat(limbeck(1, "diff", "models", "database").out().lines())
                    .containsExactlyInAnyOrder("removed table 'game'", "removed index 'ix_player_nick' on 'player'");
            limbeck(0, "revision", "--autogenerate", "-m", "game");
            limbeck(0, "upgrade", "head");
            assertThat(lines(database)).isEqualTo(lines(plain));
            assertEqual();

            limbeck(0, "downgrade", "base");
            assertThat(lines(database)).isEmpty();
            database.checkInvariants();
        }
    }

    private void assertEqual() {
        limbeck(0, "check");
        limbeck(0, "check", "--against", "live");
        limbeck(0, "diff");
        limbeck(0, "diff", "database", "models");
        limbeck(0, "diff", "models", "history");
        assertThat(limbeck(0, "revision", "--autogenerate", "-m", "again").err())
                .doesNotContain("Detected");
    }

    private static String first(Kind kind) {
        return kind == Kind.SQLITE ? SQLITE : SQL;
    }

    private void say(Workspace workspace, Source source, TestDatabase other, Kind kind, boolean withNew)
            throws IOException, SQLException {
        switch (source) {
            case SQL -> workspace.write("schema.sql", first(kind) + (withNew ? NEW_SQL : ""));
            case JAVA -> workspace.write("src/shop/Model.java", JAVA.formatted(withNew ? NEW_JAVA : ""));
            case JDBC -> run(other, withNew ? NEW_SQL : first(kind));
            case JPA -> {
                entities(workspace, withNew ? NEW_PLAYER : "");
                if (withNew) {
                    workspace.write("src/shop/model/Game.java", GAME);
                }
            }
            case JPA_AND_SQL -> {
                entities(workspace, "");
                workspace.write("schema.sql", withNew ? NEW_SQL : "select 1;");
            }
        }
        if (source.isCompiled()) {
            workspace.compile();
        }
    }

    private static void entities(Workspace workspace, String onPlayer) throws IOException {
        workspace.write("src/shop/model/Team.java", TEAM);
        workspace.write("src/shop/model/Player.java", PLAYER.formatted(onPlayer));
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        for (String statement : script.split(";", -1)) {
            if (!statement.isBlank()) {
                database.run(statement);
            }
        }
    }

    private static void settings(Workspace workspace, Source source, TestDatabase database, TestDatabase other)
            throws IOException {
        Properties settings = new Properties();
        put(settings, "limbeck.url", database.database().url());
        put(settings, "limbeck.user", database.database().user());
        put(settings, "limbeck.password", database.database().password());
        put(settings, "limbeck.jdbc-user", other.database().user());
        put(settings, "limbeck.jdbc-password", other.database().password());
        put(settings, "limbeck.classpath", "classes");
        put(settings, "limbeck.jpa.spring-naming", "true");
        put(
                settings,
                "limbeck.models",
                switch (source) {
                    case SQL -> "sql:schema.sql";
                    case JAVA -> "java:shop.Model";
                    case JPA -> "jpa:shop.model";
                    case JDBC -> other.database().url();
                    case JPA_AND_SQL -> "jpa:shop.model; sql:schema.sql";
                });
        try (var writer = Files.newBufferedWriter(workspace.folder().resolve("limbeck.properties"))) {
            settings.store(writer, null);
        }
    }

    private static void put(Properties settings, String key, String value) {
        if (value != null) {
            settings.setProperty(key, value);
        }
    }

    private static List<String> lines(TestDatabase database) throws SQLException {
        return new ArrayList<>(SchemaLines.inAnyOrder(database.schema()));
    }

    private Limbeck.Outcome limbeck(int exitCode, String... arguments) {
        Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments));
        assertThat(outcome.exitCode())
                .as(String.join(" ", arguments) + "\n" + outcome.out() + outcome.err())
                .isEqualTo(exitCode);
        return outcome;
    }
}
