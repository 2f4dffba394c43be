// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What a model source is asked for.
 *
 * @param prefix the part of the setting before the colon, such as {@code jpa}
 * @param value the part behind it: packages or classes, a unit's name, files
 * @param product the database that the schema is for
 * @param classpath the application's folders and jars; empty when there is none
 * @param properties settings that go to the source as they are, without their {@code limbeck.PREFIX.}
 * @param directory the folder that relative paths start from
 * @param databases other databases of the same kind, for a source that reads one
 */
public record ModelRequest(
        String prefix,
        String value,
        Product product,
        List<Path> classpath,
        SortedMap<String, String> properties,
        Path directory,
        Databases databases) {

    /** A database product as JDBC's metadata names it. */
    public record Product(String name, int majorVersion, int minorVersion, boolean comments) {}

    /**
     * How other databases are reached.
     *
     * @param dialect of the database that the schema is for
     * @param other connects to the database at a JDBC URL, as the user that the settings have for it
     * @param reflection what of a database is compared
     */
    public record Databases(Dialect dialect, Function<String, Connection> other, Reflection reflection) {}

    /** The dialect of the database that the schema is for. */
    public Dialect dialect() {
        return databases.dialect();
    }

    /** The source as the settings name it, without a password that stands in it. */
    public String source() {
        return Secrets.mask(prefix + ":" + value);
    }
}
