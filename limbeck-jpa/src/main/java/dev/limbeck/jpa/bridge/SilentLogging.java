// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/** Keeps what a provider logs to itself from the user's terminal; what matters comes as an exception. */
public final class SilentLogging implements LoggerProvider {

    @Override
    public Logger getLogger(String name) {
        return new SilentLogger(name);
    }

    @Override
    public void clearMdc() {}

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {}

    @Override
    public String getNdc() {
        return "";
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public String popNdc() {
        return "";
    }

    @Override
    public String peekNdc() {
        return "";
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}

    private static final class SilentLogger extends Logger {
        private static final long serialVersionUID = 1L;

        SilentLogger(String name) {
            super(name);
        }

        @Override
        protected void doLog(
                Level level, String loggerClass, Object message, Object[] parameters, @Nullable Throwable thrown) {}

        @Override
        protected void doLogf(
                Level level, String loggerClass, String format, Object[] parameters, @Nullable Throwable thrown) {}

        @Override
        public boolean isEnabled(Level level) {
            return false;
        }
    }
}
