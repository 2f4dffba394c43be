// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Workspace;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a signal does to a run: the first ends what is running in good order, the second the process at once. Where nothing
 * runs, or a question is asked, the first one ends the process, too.
 */
final class Interrupts {
    private static final long PATIENCE_MILLIS = 5000;

    private final Runnable tell;
    private @Nullable Workspace running;
    private boolean asking;
    private boolean requested;

    /** Hears no signal before {@link #install}; the first one that ends something running is told. */
    Interrupts(Runnable tell) {
        this.tell = tell;
    }

    void install() {
        Signals.hear(signal -> onSignal());
    }

    /** What runs from now on; null for nothing. */
    synchronized void running(@Nullable Workspace workspace) {
        running = workspace;
    }

    /** Waits for an answer; what waits in the operating system cannot be woken. */
    <T> T asking(Supplier<T> question) {
        setAsking(true);
        try {
            return question.get();
        } finally {
            setAsking(false);
        }
    }

    private synchronized void setAsking(boolean now) {
        asking = now;
    }

    synchronized boolean isRequested() {
        return requested;
    }

    private void onSignal() {
        Workspace toEnd;
        synchronized (this) {
            toEnd = requested || asking ? null : running;
            requested = true;
        }
        if (toEnd == null) {
            exit();
        } else {
            tell.run();
            toEnd.interrupt();
        }
    }

    /** The hooks drop scratch databases and stop embedded servers; a server that does not answer is not waited for long. */
    private static void exit() {
        Thread impatient = new Thread(
                () -> {
                    try {
                        Thread.sleep(PATIENCE_MILLIS);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                },
                "limbeck-exit");
        impatient.setDaemon(true);
        impatient.start();
        System.exit(ExitCode.INTERRUPTED);
    }
}
