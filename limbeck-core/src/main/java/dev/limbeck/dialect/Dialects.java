// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Secrets;
import java.util.List;
import java.util.ServiceLoader;

/** The dialects that are on the class path. */
public final class Dialects {
    private Dialects() {}

    public static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The dialect of the database that a JDBC URL names. */
    public static Dialect forUrl(String url) {
        return all().stream()
                .filter(dialect -> dialect.accepts(url))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.DATABASE_NOT_SUPPORTED,
                        "No dialect knows the URL " + Secrets.mask(url) + ". Limbeck knows: "
                                + String.join(
                                        ", ", all().stream().map(Dialect::label).toList())
                                + "; a URL looks like jdbc:postgresql://localhost:5432/shop or jdbc:sqlite:shop.db."));
    }
}
