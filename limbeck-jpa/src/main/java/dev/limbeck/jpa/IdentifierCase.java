// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import java.util.List;
import java.util.Locale;

/** What a database makes of the letters of an identifier that is not quoted. */
enum IdentifierCase {
    LOWER,
    UPPER,
    KEPT;

    private static final List<String> LOWER_PRODUCTS = List.of("postgresql", "enterprisedb", "cockroachdb");
    private static final List<String> UPPER_PRODUCTS = List.of("h2", "hsql", "oracle", "db2", "apache derby");

    static IdentifierCase of(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        if (LOWER_PRODUCTS.stream().anyMatch(name::startsWith)) {
            return LOWER;
        }
        return UPPER_PRODUCTS.stream().anyMatch(name::startsWith) ? UPPER : KEPT;
    }

    /** The same as migrations write identifiers: on H2 in lower case, whatever it stores. */
    static IdentifierCase shown(String product) {
        return product.toLowerCase(Locale.ROOT).startsWith("h2") ? LOWER : of(product);
    }

    /** The identifier as the database stores it. */
    String stored(String name, boolean quoted) {
        if (name.length() > 2 && name.startsWith("`") && name.endsWith("`")) {
            return name.substring(1, name.length() - 1);
        }
        if (quoted) {
            return name;
        }
        return switch (this) {
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case KEPT -> name;
        };
    }
}
