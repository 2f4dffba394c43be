// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        if (value.isEmpty()) {
            value = Optional.of(maker.get());
        }
        return value.get();
    }

    void ifMade(Consumer<T> action) {
        value.ifPresent(action);
    }
}
