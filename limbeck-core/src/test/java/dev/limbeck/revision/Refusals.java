// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal, by its code, and gives its message to look at. */
final class Refusals {

    private Refusals() {}

    static AbstractStringAssert<?> assertRefused(ErrorCode code, ThrowingCallable call) {
        MigrationException refused = catchThrowableOfType(MigrationException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        return assertThat(refused.getMessage());
    }
}
