// SPDX-License-Identifier: Apache-2.0
package dev.limbeck;

import dev.limbeck.operation.Operations;

/** A revision written in Java: what takes the database to it, and what takes it back. */
public interface Migration {

    void upgrade(Operations op);

    void downgrade(Operations op);
}
