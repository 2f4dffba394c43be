// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any failure that Limbeck reports: its message says what failed, where, and what to do, and no password. */
public class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable Location location;

    public MigrationException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    public MigrationException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, null, cause);
    }

    public MigrationException(ErrorCode code, String message, @Nullable Location location, @Nullable Throwable cause) {
        super(Secrets.mask(message), cause);
        this.code = code;
        this.location = location;
    }

    public ErrorCode code() {
        return code;
    }

    /** The file and line at fault, where there is one; the message names it as well. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }
}
