// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of everything that can be set. */
public final class Options {
    /** What every key begins with. */
    public static final String PREFIX = "limbeck.";

    public static final Option<String> URL =
            Option.of("url", OptionType.TEXT, "The JDBC URL of the database that migrations run on.");

    public static final Option<String> USER =
            Option.of("user", OptionType.TEXT, "The user that connects, where the URL does not name one.");

    public static final Option<String> PASSWORD = Option.of(
                    "password", OptionType.TEXT, "The password of the user, best given as ${NAME} or ${file:PATH}.")
            .asSecret();

    public static final Option<List<String>> LOCATIONS = Option.of(
                    "locations",
                    OptionType.LIST,
                    "The folders with the revision files, the first of which receives new ones; {vendor} in one stands"
                            + " for the kind of database.")
            .withDefault("migrations");

    public static final Option<Boolean> RECURSIVE_LOCATIONS = Option.of(
                    "recursive-locations",
                    OptionType.BOOLEAN,
                    "Whether revision files are read from the sub folders of the locations, too; hidden ones are not.")
            .withDefault("false");

    public static final Option<String> PACKAGE =
            Option.of("package", OptionType.TEXT, "The Java package of new revision files.");

    public static final Option<String> MODELS = Option.of(
            "models",
            OptionType.TEXT,
            "Where the wanted schema comes from: jpa:PACKAGE-OR-CLASS,…, jpa-unit:NAME, sql:FILE-OR-FOLDER,…,"
                    + " java:CLASS,… or jdbc:URL; several of them stand one behind the other with a ; between.");

    public static final Option<String> JDBC_USER = Option.of(
            "jdbc-user",
            OptionType.TEXT,
            "The user that reads a database which limbeck.models or diff name by jdbc:URL, where the URL does not name"
                    + " one.");

    public static final Option<String> JDBC_PASSWORD = Option.of(
                    "jdbc-password",
                    OptionType.TEXT,
                    "The password of that user, best given as ${NAME} or ${file:PATH}.")
            .asSecret();

    public static final Option<List<String>> CLASSPATH = Option.of(
            "classpath",
            OptionType.LIST,
            "The application's folders and jars, or maven for the project's compiled classes and dependencies.");

    public static final Option<String> REVISION_LANGUAGE = Option.of(
                    "revision-language",
                    OptionType.choice("java", "sql"),
                    "The language in which new revision files are written.")
            .withDefault("java");

    public static final Option<String> REVISION_IDS = Option.of(
                    "revision-ids",
                    OptionType.choice("hex", "ordinal", "timestamp"),
                    "How new revisions are named: random digits, the next number, or the time of their making.")
            .withDefault("hex");

    public static final Option<String> HISTORY = Option.of(
                    "history",
                    OptionType.choice("branched", "linear"),
                    "Whether a history may have several heads, or each revision follows one other and is followed by"
                            + " one.")
            .withDefault("branched");

    public static final Option<String> BASE_BRANCH = Option.of(
            "base-branch",
            OptionType.TEXT,
            "The git branch that others build on; none means origin's default branch, or else origin/main,"
                    + " origin/master, main or master.");

    public static final Option<String> FILE_TEMPLATE = Option.of(
                    "file-template",
                    OptionType.TEXT,
                    "How new revision files are named, from {rev} {slug} {epoch} {year} {month} {day} {hour} {minute}"
                            + " {second}; a / makes folders.")
            .withDefault("{rev}_{slug}");

    public static final Option<Integer> SLUG_LENGTH = Option.of(
                    "slug-length",
                    OptionType.COUNT,
                    "How many characters of the message go into {slug}; 0 for all of them.")
            .withDefault("40");

    public static final Option<ZoneId> TIMEZONE = Option.of(
                    "timezone",
                    OptionType.TIME_ZONE,
                    "The time zone of the dates in new revision files, their names and their ids.")
            .withDefault("UTC");

    public static final Option<String> JAVA_TEMPLATE = Option.of(
            "java-template",
            OptionType.TEXT,
            "The file from which new Java revisions are made, instead of the built-in one.");

    public static final Option<String> SQL_TEMPLATE = Option.of(
            "sql-template",
            OptionType.TEXT,
            "The file from which new SQL revisions are made, instead of the built-in one.");

    public static final Option<List<String>> HOOKS = Option.of(
            "hooks",
            OptionType.LIST,
            "The names of the commands that run on each new revision file; limbeck.hook.NAME is the command line.");

    public static final Option<List<String>> SCHEMAS = Option.of(
            "schemas",
            OptionType.LIST,
            "The database schemas that are compared, the first of which goes without saying in revision files; * means"
                    + " all others. None means the connection's own and those that the models or the history create.");

    public static final Option<String> VERSION_TABLE = Option.of(
                    "version-table", OptionType.TEXT, "The table that holds the database's current revisions.")
            .withDefault("limbeck_version");

    public static final Option<String> LOG_TABLE = Option.of(
                    "log-table", OptionType.TEXT, "The table that records which revision ran when, and by whom.")
            .withDefault("limbeck_log");

    public static final Option<String> JOURNAL_TABLE = Option.of(
                    "journal-table",
                    OptionType.TEXT,
                    "The table that records how far a revision got that commits before its end.")
            .withDefault("limbeck_journal");

    public static final Option<String> EDITED_REVISIONS = Option.of(
                    "edited-revisions",
                    OptionType.choice("warn", "fail", "ignore"),
                    "What upgrade and downgrade do about a revision whose file changed after it ran.")
            .withDefault("warn");

    public static final Option<String> PROTECTION_TABLE = Option.of(
                    "protection-table",
                    OptionType.TEXT,
                    "The table by which limbeck protect marks a database as one that loses nothing.")
            .withDefault("limbeck_protection");

    public static final Option<String> SCRATCH = Option.of(
                    "scratch",
                    OptionType.TEXT,
                    "The database in which wanted schemas are built for a moment: auto, or the JDBC URL of an empty one.")
            .withDefault("auto");

    public static final Option<Duration> LOCK_TIMEOUT = Option.of(
                    "lock-timeout",
                    OptionType.DURATION,
                    "How long to wait for another run of Limbeck on the same database.")
            .withDefault("5m");

    public static final Option<String> LOCK_MODE = Option.of(
                    "lock-mode",
                    OptionType.choice("auto", "session", "transaction", "row"),
                    "What the lock against other runs hangs on: auto is a session, or a row where the server is one of a"
                            + " Galera cluster; transaction is for PostgreSQL behind a pool that gives each transaction"
                            + " another session.")
            .withDefault("auto");

    public static final Option<Duration> DDL_LOCK_TIMEOUT = Option.of(
                    "ddl-lock-timeout",
                    OptionType.LIMIT,
                    "How long a change of the schema waits for a lock, while everybody else waits behind it; off for as"
                            + " long as the database lets it.")
            .withDefault("2s");

    public static final Option<Integer> DDL_RETRIES = Option.of(
                    "ddl-retries",
                    OptionType.COUNT,
                    "How often what has waited too long for a lock is tried again, with growing pauses between.")
            .withDefault("20");

    public static final Option<Duration> STATEMENT_TIMEOUT = Option.of(
                    "statement-timeout",
                    OptionType.LIMIT,
                    "How long a statement of a revision may run before it is cancelled; off for as long as it takes.")
            .withDefault("off");

    public static final Option<Boolean> PROTECTED = Option.of(
                    "protected",
                    OptionType.BOOLEAN,
                    "Whether the database loses nothing unless somebody names it with --yes-i-mean.")
            .withDefault("false");

    public static final Option<Boolean> SINGLE_TRANSACTION = Option.of(
                    "single-transaction",
                    OptionType.BOOLEAN,
                    "Whether all revisions of a run are one transaction, instead of one each; only where a change of the"
                            + " schema can be rolled back.")
            .withDefault("false");

    public static final Option<String> TAG = Option.of(
            "tag", OptionType.TEXT, "A word for migrations that ask for it: op.tag() in Java, ${tag} in SQL.");

    private static final List<Option<?>> ALL = List.of(
            URL,
            USER,
            PASSWORD,
            LOCATIONS,
            RECURSIVE_LOCATIONS,
            PACKAGE,
            MODELS,
            JDBC_USER,
            JDBC_PASSWORD,
            CLASSPATH,
            REVISION_LANGUAGE,
            REVISION_IDS,
            HISTORY,
            BASE_BRANCH,
            FILE_TEMPLATE,
            SLUG_LENGTH,
            TIMEZONE,
            JAVA_TEMPLATE,
            SQL_TEMPLATE,
            HOOKS,
            SCHEMAS,
            VERSION_TABLE,
            LOG_TABLE,
            JOURNAL_TABLE,
            EDITED_REVISIONS,
            PROTECTION_TABLE,
            SCRATCH,
            LOCK_TIMEOUT,
            LOCK_MODE,
            DDL_LOCK_TIMEOUT,
            DDL_RETRIES,
            STATEMENT_TIMEOUT,
            PROTECTED,
            SINGLE_TRANSACTION,
            TAG);

    private static final List<OpenPrefix> OPEN = List.of(
            new OpenPrefix(
                    "jpa",
                    "Settings that go to the JPA provider as they are, without their limbeck.jpa;"
                            + " spring-naming=true names tables and columns as Spring Boot does."),
            new OpenPrefix(
                    "include",
                    "Patterns of what is compared, by kind, as limbeck.include.tables=shop_*: schemas, tables, columns,"
                            + " constraints, indexes, sequences, types, views, functions, procedures, triggers,"
                            + " extensions; none means all."),
            new OpenPrefix(
                    "naming",
                    "How constraints and indexes are called that nobody named, from {table}, {columns}, {referred_table}"
                            + " and {referred_columns}: primary-key, foreign-key, unique, check, index."),
            new OpenPrefix("exclude", "Patterns of what is not compared, by the same kinds."),
            new OpenPrefix(
                    "hook",
                    "The command line of a hook that limbeck.hooks names, with {file} for the path of the new file."));

    private Options() {}

    /** Every option, in the order in which they are documented. */
    public static List<Option<?>> all() {
        return ALL;
    }

    /** The groups of keys whose names are not Limbeck's to know. */
    public static List<OpenPrefix> open() {
        return OPEN;
    }

    static Optional<Option<?>> find(String key) {
        return ALL.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    static boolean isOpen(String key) {
        return OPEN.stream().anyMatch(prefix -> key.startsWith(prefix.key()) && !key.equals(prefix.key()));
    }

    static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * A group of keys that are passed on.
     *
     * @param name what stands between {@code limbeck.} and the passed-on part
     */
    public record OpenPrefix(String name, String doc) {

        /** What the keys begin with, such as {@code limbeck.jpa.}. */
        public String key() {
            return PREFIX + name + ".";
        }
    }
}
