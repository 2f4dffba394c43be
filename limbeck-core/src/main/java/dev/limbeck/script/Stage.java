// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Current;
import dev.limbeck.operation.Operation;

/** A place where operations take effect while their SQL is written, so that each finds what those before it made. */
public interface Stage {

    /** What the database holds at this point. */
    Current current();

    void apply(Operation operation);
}
