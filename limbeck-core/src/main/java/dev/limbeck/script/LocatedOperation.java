// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Location;
import dev.limbeck.operation.Operation;

/**
 * An operation of a revision, and the line of the file that says it.
 *
 * @param transactional false where the file says that it runs outside of a transaction
 */
public record LocatedOperation(Operation operation, Location location, boolean transactional) {}
