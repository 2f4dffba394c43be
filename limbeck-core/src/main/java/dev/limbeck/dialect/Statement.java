// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.List;

/**
 * One statement of SQL, without its closing semicolon.
 *
 * @param transactional false for one that the database runs outside of a transaction only
 */
public record Statement(String sql, List<Object> parameters, boolean transactional) {

    public Statement {
        parameters = List.copyOf(parameters);
    }

    public static Statement of(String sql) {
        return new Statement(sql, List.of(), true);
    }

    public Statement outsideTransaction() {
        return new Statement(sql, parameters, false);
    }
}
