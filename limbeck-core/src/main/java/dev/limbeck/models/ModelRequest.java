// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What a model source is asked for.
 *
 * @param prefix the part of the setting before the colon, such as {@code jpa}
 * @param value the part behind it: packages or classes, a unit's name, files
 * @param product the database that the schema is for
 * @param classpath the application's folders and jars; empty when there is none
 * @param properties settings that go to the source as they are, without their {@code limbeck.PREFIX.}
 * @param directory the folder that relative paths start from
 * @param dialect of the database that the schema is for
 */
public record ModelRequest(
        String prefix,
        String value,
        Product product,
        List<Path> classpath,
        SortedMap<String, String> properties,
        Path directory,
        Dialect dialect) {

    /** A database product as JDBC's metadata names it. */
    public record Product(String name, int majorVersion, int minorVersion, boolean comments) {}
}
