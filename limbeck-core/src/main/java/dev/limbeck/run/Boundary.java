// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.sql.SQLException;

/** What a statement does that cannot run within a transaction: it leaves the one there is, and enters another. */
interface Boundary {

    /** Where there is no transaction anyway. */
    Boundary NONE = new Boundary() {
        @Override
        public void leave(String why) {}

        @Override
        public void enter() {}
    };

    /**
     * Commits what was done so far.
     *
     * @param why what cannot run within a transaction
     */
    void leave(String why) throws SQLException;

    void enter() throws SQLException;
}
