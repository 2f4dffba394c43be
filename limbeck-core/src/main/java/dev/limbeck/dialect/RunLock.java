// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/** Held while revisions run; gone with its holder's process. */
public interface RunLock extends AutoCloseable {
    /** The lock of a database that nobody else can reach. */
    RunLock NONE = new RunLock() {
        @Override
        public void check() {}

        @Override
        public void close() {}
    };

    /**
     * Makes sure, before anything is committed, that the lock is still held.
     *
     * @throws dev.limbeck.error.MigrationException with code LOCK_LOST if it is not
     */
    void check();

    @Override
    void close();
}
