// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The names of constraints that were given none.
 *
 * <p>H2 calls them {@code CONSTRAINT_4D} and the like, which hangs on what else there was and on the letters of the
 * table's name. A file of SQL that drops one must know its name in every database; so Limbeck, when it creates one, gives
 * it a name of the same looks that hangs on nothing but table and constraint. Either is read as no name.
 */
final class H2ConstraintNames {
    private static final Pattern GENERATED =
            Pattern.compile("CONSTRAINT_[0-9A-F]{1,8}(_\\d+)?", Pattern.CASE_INSENSITIVE);

    private H2ConstraintNames() {}

    static boolean isGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }

    /** The constraint as it is created; a primary key is found without a name. */
    static Constraint named(Name table, Constraint constraint) {
        boolean named = constraint.name() != null || constraint instanceof Constraint.PrimaryKey;
        return named ? constraint : constraint.withName(name(table, constraint));
    }

    /** What a constraint that was given no name is called: found by what it says, or by what it was created with. */
    static String inDatabase(Operation.DropConstraint operation, Current current) {
        Constraint wanted = Objects.requireNonNull(operation.dropped());
        String created = named(operation.table(), wanted).name();
        List<StoredObject> constraints = current.stored(operation.table()).stream()
                .filter(stored -> stored.kind().equals(H2Reflector.CONSTRAINT))
                .toList();
        return Stream.concat(
                        constraints.stream().filter(stored -> stored.sql().equals(wanted.toString())),
                        constraints.stream().filter(stored -> stored.name().equals(created)))
                .map(StoredObject::name)
                .findFirst()
                .orElseThrow(() -> H2Compiler.refuse(
                        "find the constraint without a name of table " + operation.table() + " that is " + wanted,
                        "Look at information_schema.table_constraints and drop it by the name that it has there"));
    }

    private static String name(Name table, Constraint constraint) {
        CRC32 checksum = new CRC32();
        checksum.update((table + " " + constraint).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "constraint_%08x", checksum.getValue());
    }
}
