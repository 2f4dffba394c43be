// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

/** Hears of each event, on the thread that runs. */
@FunctionalInterface
public interface Listener {

    /** Hears nothing. */
    Listener SILENT = event -> {};

    void on(Event event);
}
