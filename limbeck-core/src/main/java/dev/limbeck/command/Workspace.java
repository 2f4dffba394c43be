// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.Outage;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Secrets;
import dev.limbeck.history.Journal;
import dev.limbeck.history.Origin;
import dev.limbeck.history.Protection;
import dev.limbeck.history.RunLog;
import dev.limbeck.history.VersionTable;
import dev.limbeck.models.MavenClasspath;
import dev.limbeck.models.ModelRequest;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.revision.Step;
import dev.limbeck.run.Event;
import dev.limbeck.run.Limits;
import dev.limbeck.run.Listener;
import dev.limbeck.run.LockWaits;
import dev.limbeck.run.Watch;
import dev.limbeck.schema.Name;
import dev.limbeck.script.Arguments;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptLoader;
import dev.limbeck.script.ScriptReplacement;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One project as its settings describe it: its database, its revision files, its models. Each part is made when it is
 * first asked for, so that a command needs only what it uses. For one thread.
 */
public final class Workspace implements AutoCloseable {
    private static final String ALL_SCHEMAS = "*";

    private final Settings settings;
    private final Listener listener;
    private final Origin origin = Origin.here();
    private final Lazy<Database> database = new Lazy<>(this::readDatabase);
    private final Lazy<ScriptDirectory> scripts;
    private final Lazy<RevisionGraph> graph = new Lazy<>(() -> RevisionGraph.of(
            scripts().scripts().stream().map(RevisionScript::node).toList()));
    private final Lazy<List<Path>> classpath = new Lazy<>(this::readClasspath);
    private final Lazy<ClassLoader> application = new Lazy<>(this::openApplication);
    private final Lazy<ScriptLoader> loader = new Lazy<>(
            () -> new ScriptLoader(dialect(), classpath(), cache().resolve("classes"), arguments(), this::ancestors));

    private final Watch watch;

    private Workspace(Settings settings, Listener listener, @Nullable Path folder, Watch watch) {
        this.settings = settings;
        this.listener = listener;
        this.watch = watch;
        this.scripts =
                new Lazy<>(folder == null ? this::readScripts : () -> ScriptDirectory.open(List.of(folder), true));
    }

    /** The project of the settings; whatever happens in it is told to the listener. */
    public static Workspace open(Settings settings, Listener listener) {
        return new Workspace(settings, listener, null, new Watch());
    }

    /** The same project as it is now, of which nothing was read yet. */
    Workspace again() {
        return new Workspace(settings, listener, null, watch);
    }

    /** The same project with the revision files of another folder. */
    Workspace withRevisionsOf(Path folder) {
        return new Workspace(settings, listener, folder, watch);
    }

    @Override
    public void close() {
        loader.ifMade(ScriptLoader::close);
        watch.close();
    }

    /**
     * Wants what is running to end, from any thread: the statement in flight is cancelled, and what can be rolled back is.
     * The call that it runs in then fails, and says where things stand. To interrupt the thread of that call does the same.
     */
    public void interrupt() {
        watch.interrupt();
    }

    Watch watch() {
        return watch;
    }

    /** How long the statements of revisions wait for locks on a connection. */
    LockWaits waits(Connection connection) {
        return new LockWaits(
                database(),
                connection,
                watch,
                new Limits(
                        settings.get(Options.DDL_LOCK_TIMEOUT),
                        settings.get(Options.DDL_RETRIES),
                        settings.get(Options.STATEMENT_TIMEOUT),
                        !isBehindPool()),
                listener);
    }

    /** Whether a statement writes down what ran, or reads that. */
    private boolean isOwn(String sql) {
        return Stream.of(versionTable(), logTable(), journalTable()).anyMatch(table -> sql.contains(table.name()));
    }

    Settings settings() {
        return settings;
    }

    Listener listener() {
        return listener;
    }

    Database database() {
        return database.get();
    }

    Dialect dialect() {
        return database().dialect();
    }

    ScriptDirectory scripts() {
        return scripts.get();
    }

    RevisionGraph graph() {
        return graph.get();
    }

    List<Path> classpath() {
        return classpath.get();
    }

    VersionTable versions() {
        return new VersionTable(dialect(), versionTable());
    }

    RunLog log() {
        return new RunLog(dialect(), logTable(), origin);
    }

    Journal journal() {
        return new Journal(dialect(), journalTable(), origin);
    }

    Protection protection() {
        return new Protection(dialect(), protectionTable());
    }

    /** Keeps other runs on the same database out until it is closed. */
    RunLock lock() {
        return dialect().lock(database(), lockRequest());
    }

    private LockRequest lockRequest() {
        Duration timeout = settings.get(Options.LOCK_TIMEOUT);
        return new LockRequest(
                timeout,
                LockRequest.Mode.valueOf(settings.get(Options.LOCK_MODE).toUpperCase(Locale.ROOT)),
                (holder, waited) -> listener.on(new Event.LockAwaited(holder, waited, timeout)));
    }

    /** What is read of a database: all but Limbeck's own tables, in the schemas of the settings or in every one. */
    Reflection reflection() {
        List<String> set = settings.find(Options.SCHEMAS).orElse(List.of());
        boolean all = set.isEmpty() || set.contains(ALL_SCHEMAS);
        return new Reflection(
                namedSchemas(),
                all ? Reflection.Others.ALL : Reflection.Others.NONE,
                Set.of(versionTable(), logTable(), journalTable(), protectionTable()),
                false);
    }

    /** Whether nobody said which schemas are compared, so that those of others in a live database are none of ours. */
    boolean hasSchemasUnsaid() {
        return settings.find(Options.SCHEMAS).orElse(List.of()).isEmpty();
    }

    private List<String> namedSchemas() {
        return settings.find(Options.SCHEMAS).orElse(List.of()).stream()
                .filter(schema -> !schema.equals(ALL_SCHEMAS))
                .toList();
    }

    RevisionIds revisionIds() {
        return RevisionIds.valueOf(settings.get(Options.REVISION_IDS).toUpperCase(Locale.ROOT));
    }

    private Name versionTable() {
        return Name.parse(settings.get(Options.VERSION_TABLE));
    }

    private Name journalTable() {
        return Name.parse(settings.get(Options.JOURNAL_TABLE));
    }

    private Name protectionTable() {
        return Name.parse(settings.get(Options.PROTECTION_TABLE));
    }

    private Name logTable() {
        return Name.parse(settings.get(Options.LOG_TABLE));
    }

    /** The text with {@code {vendor}} replaced by the kind of database. */
    String vendor(String text) {
        return text.contains("{vendor}") ? text.replace("{vendor}", dialect().name()) : text;
    }

    /** The folders with the revision files. */
    List<Path> locations() {
        return settings.get(Options.LOCATIONS).stream()
                .map(location -> settings.directory().resolve(vendor(location)))
                .toList();
    }

    private Arguments arguments() {
        return new Arguments(settings.arguments(), settings.find(Options.TAG).orElse(null));
    }

    private Path cache() {
        return settings.directory().resolve(".limbeck").resolve("cache");
    }

    private ScriptDirectory readScripts() {
        if (replacement().finish()) {
            listener.on(new Event.Note("A rebase that was interrupted has been brought to its end."));
        }
        return ScriptDirectory.open(locations(), settings.get(Options.RECURSIVE_LOCATIONS));
    }

    /** Changes several revision files at once. */
    ScriptReplacement replacement() {
        return new ScriptReplacement(settings.directory().resolve(".limbeck").resolve("rebase"));
    }

    private Database readDatabase() {
        String url = settings.get(Options.URL);
        Dialect dialect = Dialects.forUrl(url);
        String resolved = dialect.resolve(url, settings.directory());
        return new Database(
                dialect,
                isBehindPool() ? dialect.behindPool(resolved) : resolved,
                settings.find(Options.USER).orElse(null),
                settings.find(Options.PASSWORD).orElse(null),
                drivers(dialect));
    }

    /** Our own class path where it has the driver; the application's otherwise. */
    private ClassLoader drivers(Dialect dialect) {
        ClassLoader own = Workspace.class.getClassLoader();
        String resource = dialect.driver().className().replace('.', '/') + ".class";
        if (own.getResource(resource) != null) {
            return own;
        }
        return application();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<Path> readClasspath() {
        List<String> entries = settings.find(Options.CLASSPATH).orElse(List.of());
        if (entries.equals(List.of("maven"))) {
            return MavenClasspath.resolve(settings.directory(), cache());
        }
        return entries.stream()
                .map(entry -> settings.directory().resolve(entry))
                .toList();
    }

    /** The application's classes, where the settings name any; they see Limbeck's. */
    ClassLoader application() {
        return application.get();
    }

    private ClassLoader openApplication() {
        URL[] urls = classpath().stream().map(Workspace::url).toArray(URL[]::new);
        ClassLoader own = Workspace.class.getClassLoader();
        return urls.length == 0 ? own : new URLClassLoader(urls, own);
    }

    /** Opens a connection that is ready for migrations. */
    Connection connect() {
        return announced(connectSilently());
    }

    /** The same to change something, which is worth waiting for where one process has the database for itself. */
    Connection connectToChange() {
        return announced(prepared(database(), database().connect(lockRequest())));
    }

    private Connection announced(Connection connection) {
        listener.on(new Event.Connected(dialect().label(), dialect().has(Feature.TRANSACTIONAL_DDL)));
        return connection;
    }

    /** The same without an event, for a command that is not about the database. */
    Connection connectSilently() {
        return prepared(database());
    }

    private Connection prepared(Database opened) {
        return prepared(opened, opened.connect());
    }

    private Connection prepared(Database opened, Connection connection) {
        try {
            dialect().prepare(connection);
            useOwnSchema(connection);
        } catch (SQLException failure) {
            throw failed(opened, failure);
        }
        return watch.over(connection, this::isOwn);
    }

    /** What goes without a schema in revision files goes into the first of the settings' schemas. */
    private void useOwnSchema(Connection connection) throws SQLException {
        List<String> schemas = namedSchemas();
        if (!schemas.isEmpty() && dialect().has(Feature.SCHEMAS)) {
            String schema = dialect().stored(schemas.get(0), connection);
            if (!schema.equals(connection.getSchema())) {
                requireASession(schema);
                connection.setSchema(schema);
            }
        }
    }

    /** Whether each transaction gets another session of the server. */
    private boolean isBehindPool() {
        return settings.get(Options.LOCK_MODE).equals("transaction");
    }

    /** Where each transaction gets another session, what is set for one is lost, or is met by a stranger. */
    private void requireASession(String schema) {
        if (isBehindPool()) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "limbeck.schemas begins with " + schema + ", which is not the schema that the login comes to, and"
                            + " with limbeck.lock-mode=transaction there is no session to set another one for. Give the"
                            + " login that schema (alter role … set search_path = …), or connect past the pool.");
        }
    }

    private Scratch withSchemas(Scratch scratch) {
        if (dialect().has(Feature.SCHEMAS)) {
            try (Statement statement = scratch.connection().createStatement()) {
                for (String schema : namedSchemas()) {
                    statement.execute("create schema if not exists " + dialect().quote(schema));
                }
                useOwnSchema(scratch.connection());
            } catch (SQLException failure) {
                scratch.close();
                throw failed(failure);
            }
        }
        return scratch;
    }

    /** The file of a revision, from the root of the file system. */
    String path(RevisionNode node) {
        return scripts()
                .find(node.id())
                .map(script -> script.path().toAbsolutePath().normalize().toString())
                .orElse(node.path());
    }

    /** The heads of the database; none where there is no database yet, which is then not created either. */
    List<String> rows() {
        if (!dialect().exists(database())) {
            return List.of();
        }
        try (Connection connection = connect()) {
            return versions().read(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The heads of the database that a file has; of any other the listener is told. */
    List<String> knownRows() {
        // A broken history is refused before anything opens.
        graph();
        List<String> rows = rows();
        List<String> unknown = unknown(rows);
        unknown.forEach(row -> listener.on(new Event.Warning(
                "The database is at " + row + ", which no revision file has; limbeck current tells what to do.")));
        return rows.stream().filter(row -> !unknown.contains(row)).toList();
    }

    /** Those of the database's heads that no file has. */
    List<String> unknown(List<String> rows) {
        return rows.stream().filter(row -> graph().find(row).isEmpty()).toList();
    }

    MigrationException failed(SQLException failure) {
        return failed(database(), failure);
    }

    private static MigrationException failed(Database database, SQLException failure) {
        return new MigrationException(
                ErrorCode.DATABASE_FAILED,
                "The database at " + database + " said: "
                        + String.valueOf(failure.getMessage()).strip()
                        + Outage.adviceOn(failure, database.dialect()),
                failure);
    }

    /** The revisions that a plan's steps run, in their order. */
    List<LoadedRevision> load(Plan plan) {
        return load(plan.steps().stream()
                .filter(step -> step.direction() != Direction.STAMP)
                .map(Step::revision)
                .toList());
    }

    /** A revision that may stand in no file. */
    LoadedRevision load(RevisionScript script) {
        return loader.get().load(script);
    }

    /** All revisions that lead to the given ones, these included, oldest first. */
    List<LoadedRevision> loadUpTo(Collection<String> ids) {
        Set<String> wanted = graph().ancestors(ids);
        return load(graph().nodes().stream()
                .filter(node -> wanted.contains(node.id()))
                .toList());
    }

    private List<LoadedRevision> load(List<RevisionNode> nodes) {
        return loader.get()
                .loadAll(nodes.stream()
                        .map(node -> scripts().find(node.id()).orElseThrow())
                        .toList());
    }

    private List<RevisionScript> ancestors(RevisionScript script) {
        String id = script.node().id();
        return graph().ancestors(List.of(id)).stream()
                .filter(ancestor -> !ancestor.equals(id))
                .map(ancestor -> scripts().find(ancestor).orElseThrow())
                .toList();
    }

    /** Opens an empty database of the same kind: one made for the moment, or the one that the settings name. */
    Scratch openScratch() {
        String setting = settings.get(Options.SCRATCH);
        if (setting.equals("auto")) {
            return watched(withSchemas(dialect().openScratch(database())));
        }
        Dialect dialect = Dialects.forUrl(setting);
        if (!dialect.name().equals(dialect().name())) {
            throw new MigrationException(
                    ErrorCode.SCRATCH_UNAVAILABLE,
                    "limbeck.scratch is a " + dialect.label() + " database and limbeck.url a "
                            + dialect().label()
                            + " one. A scratch database must be of the same kind; correct one of them, or set"
                            + " limbeck.scratch=auto.");
        }
        return watched(withSchemas(
                NamedScratch.open(database().withUrl(dialect.resolve(setting, settings.directory())), reflection())));
    }

    private Scratch watched(Scratch scratch) {
        Connection connection = watch.over(scratch.connection(), sql -> false);
        return new Scratch() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void close() {
                scratch.close();
            }
        };
    }

    /** What the settings say of the models, for the product behind a connection. */
    List<ModelRequest> models(Connection connection) throws SQLException {
        return models(connection, settings.get(Options.MODELS));
    }

    /** Model sources as the settings write them; a host and its port behind a comma are no source. */
    List<ModelRequest> models(Connection connection, String text) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        ModelRequest.Product product = new ModelRequest.Product(
                metadata.getDatabaseProductName(),
                metadata.getDatabaseMajorVersion(),
                metadata.getDatabaseMinorVersion(),
                dialect().has(Feature.COMMENTS));
        return Stream.of(text.strip().split("[;,\\s]+(?=[a-z-]+:(?!\\d))"))
                .map(model -> request(model, product))
                .toList();
    }

    private ModelRequest request(String model, ModelRequest.Product product) {
        int colon = model.indexOf(':');
        if (colon < 1 || colon == model.length() - 1) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "limbeck.models: \"" + model + "\" is not a model source. Write jpa:PACKAGE-OR-CLASS,… or"
                            + " jpa-unit:NAME or sql:FILE-OR-FOLDER,… or java:CLASS,… or jdbc:URL.");
        }
        String prefix = model.substring(0, colon);
        return new ModelRequest(
                prefix,
                model.substring(colon + 1),
                product,
                classpath(),
                settings.properties("jpa"),
                settings.directory(),
                new ModelRequest.Databases(dialect(), this::connectTo, reflection()));
    }

    /** Opens a connection to another database of the same kind, as the user that the settings have for it. */
    Connection connectTo(String url) {
        return prepared(otherDatabase(url));
    }

    private Database otherDatabase(String url) {
        Dialect dialect = Dialects.forUrl(url);
        if (!dialect.name().equals(dialect().name())) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    Secrets.mask(url) + " is a " + dialect.label() + " database and limbeck.url a "
                            + dialect().label()
                            + " one. Only databases of one kind can be compared; correct one of them.");
        }
        Database other = new Database(
                dialect,
                dialect.resolve(url, settings.directory()),
                settings.find(Options.JDBC_USER).orElse(null),
                settings.find(Options.JDBC_PASSWORD).orElse(null),
                database().drivers(),
                new Database.Keys("its URL", Options.JDBC_USER.key() + " and " + Options.JDBC_PASSWORD.key()));
        if (!dialect.exists(other)) {
            throw new MigrationException(
                    ErrorCode.DATABASE_UNREACHABLE,
                    "There is no database at " + other + ", and none is made to be compared with. Correct the URL.");
        }
        return other;
    }
}
