// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Schema;

/** What the database holds right before an operation; read only when it is asked for. */
@FunctionalInterface
public interface Current {
    Schema schema();
}
