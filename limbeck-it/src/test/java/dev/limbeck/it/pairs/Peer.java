// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import java.io.IOException;
import java.sql.SQLException;

/** A server on which pairs are tried, and what it says itself of the databases there. */
interface Peer {

    /** Creates an empty database. */
    Place create(String name) throws IOException, SQLException;

    /** An empty database and how to get to it. */
    interface Place extends AutoCloseable {
        String url();

        String user();

        String password();

        /** Runs a whole file of SQL as the database's own client would. */
        void load(String sql) throws IOException, SQLException;

        /** All that the database says of its schema, but for Limbeck's tables, in an order that says nothing. */
        String dump() throws IOException, SQLException;

        /** The same with the columns of a table in their order. */
        default String exactDump() throws IOException, SQLException {
            return dump();
        }

        /** What creates the schema, as the database's own client writes it; empty where there is none. */
        default String script() throws IOException, SQLException {
            return "";
        }

        @Override
        void close() throws SQLException;
    }
}
