// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/** Held while revisions run; gone with its holder's process. */
@FunctionalInterface
public interface RunLock extends AutoCloseable {
    @Override
    void close();
}
