// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.List;

/** A revision that can be asked what it does. */
public sealed interface LoadedRevision permits JavaRevision, SqlRevision {

    RevisionScript script();

    /**
     * The operations of the upgrade, in order.
     *
     * @throws dev.limbeck.error.MigrationException with code SCRIPT_FAILED if the migration's own code throws
     */
    List<LocatedOperation> upgrade();

    /** The operations of the downgrade, in order; one without a way back is an {@code Irreversible}. */
    List<LocatedOperation> downgrade();
}
