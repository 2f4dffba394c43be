// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.sql.Connection;

/** An empty database made for the moment; closing it throws it away. */
public interface Scratch extends AutoCloseable {

    /** The one connection to it, in auto-commit mode, prepared. */
    Connection connection();

    @Override
    void close();
}
