// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Name;
import java.util.Locale;

/**
 * That a thing has another name now, rather than that one went and another came.
 *
 * @param where the table itself when it is the table that is renamed; otherwise the table, or the enum type, that the
 *     thing belongs to, by its old name or by its new one
 * @param from the name, or the value, that was
 * @param to the name, or the value, that is wanted
 */
public record Rename(Kind kind, Name where, String from, String to) {

    /** What can be renamed. */
    public enum Kind {
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT,
        ENUM_VALUE;

        /** As messages name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Rename {
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            throw new IllegalArgumentException(
                    "a rename has two different names, and " + where + " is given \"" + from + "\" and \"" + to + "\"");
        }
    }

    /** The rename that takes this one back; of a part, whose owner keeps its name. */
    public Rename reverse() {
        return new Rename(kind, where, to, from);
    }

    /** A table's new name within its schema. */
    public static Rename table(Name table, String to) {
        return new Rename(Kind.TABLE, table, table.name(), to);
    }

    public static Rename column(Name table, String from, String to) {
        return new Rename(Kind.COLUMN, table, from, to);
    }

    public static Rename index(Name table, String from, String to) {
        return new Rename(Kind.INDEX, table, from, to);
    }

    public static Rename constraint(Name table, String from, String to) {
        return new Rename(Kind.CONSTRAINT, table, from, to);
    }

    /** A value of an enum type, or of a text column whose check lists its values. */
    public static Rename enumValue(Name type, String from, String to) {
        return new Rename(Kind.ENUM_VALUE, type, from, to);
    }
}
