// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Statement;
import dev.limbeck.script.LocatedOperation;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is done between the statements of an operation, so that a run which dies can be gone on with. */
interface Boundary {

    /** Where nothing is kept of the run. */
    Boundary NONE = new Boundary() {
        @Override
        public Optional<List<Statement>> left(LocatedOperation operation) {
            return Optional.empty();
        }

        @Override
        public void begin(LocatedOperation operation, List<Statement> statements) {}

        @Override
        public void before(Statement statement, LocatedOperation operation) {}

        @Override
        public void after(Statement statement) {}
    };

    /** What an earlier run left of an operation of which it did a part; empty where it did nothing of it. */
    Optional<List<Statement>> left(LocatedOperation operation);

    /** The operation's statements are to run, the first of them next. */
    void begin(LocatedOperation operation, List<Statement> statements);

    /** The next statement is about to run. */
    void before(Statement statement, LocatedOperation operation) throws SQLException;

    /** It ended well. */
    void after(Statement statement) throws SQLException;
}
