// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger of H2, which wants a class, that leaves rows as they are. */
public final class Untouched implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) {}
}
