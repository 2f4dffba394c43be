// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** A sequence that stands on its own, or is owned by a column ({@code serial}) and dropped with it. */
public record Sequence(
        Name name,
        SequenceOptions options,
        @Nullable Owner owner,
        @Nullable String comment) {

    /** The column that a sequence belongs to. */
    public record Owner(Name table, String column) {}

    public static Sequence of(Name name) {
        return new Sequence(name, SequenceOptions.DEFAULTS, null, null);
    }

    public Sequence withName(Name newName) {
        return new Sequence(newName, options, owner, comment);
    }

    public Sequence withOptions(SequenceOptions newOptions) {
        return new Sequence(name, newOptions, owner, comment);
    }

    public Sequence withOwner(@Nullable Owner newOwner) {
        return new Sequence(name, options, newOwner, comment);
    }

    public Sequence withComment(@Nullable String newComment) {
        return new Sequence(name, options, owner, newComment);
    }
}
