// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rename as somebody types it: {@code old_table=new_table}, {@code table.old=new}, {@code type.OLD=NEW}, with the kind
 * before it where one name is that of several things. What is meant is looked up.
 *
 * @param kind null for whatever has the name
 */
public record RenameWish(String text, Rename.@Nullable Kind kind, String from, String to) {

    /**
     * Reads one.
     *
     * @throws MigrationException with code BAD_TARGET if it is none
     */
    public static RenameWish parse(String text) {
        int equals = text.indexOf('=');
        String left = equals < 0 ? text : text.substring(0, equals);
        String right = equals < 0 ? "" : text.substring(equals + 1);
        if (left.isBlank() || right.isBlank()) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "--rename " + text + " does not say both names. Write table.old=new for a column, an index or a"
                            + " constraint, old=new for a table, type.OLD=NEW for a value; --drop "
                            + (left.isBlank() ? "NAME" : left) + " says that there is no new one.");
        }
        int colon = left.indexOf(':');
        Rename.Kind kind = colon < 0 ? null : kind(left.substring(0, colon));
        return new RenameWish(text, kind, kind == null ? left : left.substring(colon + 1), right);
    }

    private static Rename.@Nullable Kind kind(String word) {
        return Arrays.stream(Rename.Kind.values())
                .filter(kind -> kind.label().replace(' ', '-').equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private boolean mayBe(Rename.Kind wanted) {
        return kind == null || kind == wanted;
    }

    /** The rename of a table, if that is what is meant. */
    public Optional<Rename> ofTable(Schema present) {
        NamedPart old = NamedPart.parse(from);
        return mayBe(Rename.Kind.TABLE)
                ? old.whole()
                        .filter(name -> present.table(name).isPresent())
                        .filter(name -> !name.name().equals(newName()))
                        .map(name -> Rename.table(name, newName()))
                : Optional.empty();
    }

    /** The new name, which may be typed with what it belongs to before it. */
    private String newName() {
        return NamedPart.parse(to).last();
    }

    /**
     * The rename of something that belongs to a table or a type, if that is what is meant.
     *
     * @param tables the new names of tables, by the old ones
     */
    public Optional<Rename> ofPart(Schema present, Map<Name, Name> tables) {
        NamedPart old = NamedPart.parse(from);
        Optional<Name> typed = old.parts().size() < 2 ? Optional.empty() : old.owner();
        Optional<Rename> part = typed.map(name -> Objects.requireNonNullElse(tables.get(name), name))
                .flatMap(present::table)
                .flatMap(table -> in(table, old.last()));
        return part.or(() -> value(present, old, typed))
                .filter(rename -> !rename.from().equals(rename.to()));
    }

    private Optional<Rename> in(Table table, String part) {
        String newName = newName();
        if (newName.equals(part)) {
            return Optional.empty();
        }
        if (mayBe(Rename.Kind.COLUMN) && table.column(part).isPresent()) {
            return Optional.of(Rename.column(table.name(), part, newName));
        }
        if (mayBe(Rename.Kind.INDEX) && table.index(part).isPresent()) {
            return Optional.of(Rename.index(table.name(), part, newName));
        }
        return mayBe(Rename.Kind.CONSTRAINT) && table.constraint(part).isPresent()
                ? Optional.of(Rename.constraint(table.name(), part, newName))
                : Optional.empty();
    }

    private Optional<Rename> value(Schema present, NamedPart old, Optional<Name> owner) {
        if (!mayBe(Rename.Kind.ENUM_VALUE) || to.equals(old.last())) {
            return Optional.empty();
        }
        Optional<Rename> ofType = owner.map(name -> present.enums().get(name))
                .filter(type -> type.values().contains(old.last()))
                .map(EnumType::name)
                .map(name -> Rename.enumValue(name, old.last(), to));
        return ofType.or(() -> ofList(present, old));
    }

    /** A value of a column: the table may have a schema, so that there are three parts or four. */
    private Optional<Rename> ofList(Schema present, NamedPart old) {
        List<String> parts = old.parts();
        if (parts.size() < 3) {
            return Optional.empty();
        }
        NamedPart column = new NamedPart(parts.subList(0, parts.size() - 1));
        return column.owner()
                .flatMap(present::table)
                .filter(table -> ValueList.of(table).stream()
                        .anyMatch(list -> list.column().equalsIgnoreCase(column.last())
                                && list.values().contains(old.last())))
                .map(table -> Rename.enumValue(new Name(table.name().toString(), column.last()), old.last(), to));
    }
}
