// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import java.util.function.UnaryOperator;

/** What a migration says of schemas, extensions and domains. */
public interface TypeOperations {

    /** Takes the operation as the next step of the migration. */
    void invoke(Operation operation);

    /** Creates a schema where there is none of that name. */
    default void createSchema(String name) {
        invoke(new Operation.CreateSchema(name));
    }

    /** Drops a schema that holds nothing any more. */
    default void dropSchema(String name) {
        invoke(new Operation.DropSchema(name));
    }

    default void renameSchema(String name, String newName) {
        invoke(new Operation.RenameSchema(name, newName));
    }

    /** Creates an extension in the default schema, where the database does not have it already. */
    default void createExtension(String name) {
        invoke(new Operation.CreateExtension(new Extension(name, null), null));
    }

    /** Creates an extension with its objects in a schema. */
    default void createExtension(String name, String schema) {
        invoke(new Operation.CreateExtension(new Extension(name, schema), null));
    }

    /** Creates an extension of a certain version with its objects in a schema. */
    default void createExtension(String name, String schema, String version) {
        invoke(new Operation.CreateExtension(new Extension(name, schema), version));
    }

    /** Brings an extension to the newest version that the server has. */
    default void updateExtension(String name) {
        invoke(new Operation.UpdateExtension(name, null));
    }

    default void updateExtension(String name, String version) {
        invoke(new Operation.UpdateExtension(name, version));
    }

    default void dropExtension(String name) {
        invoke(new Operation.DropExtension(name, null));
    }

    default void createDomain(String name, DataType type) {
        createDomain(name, type, domain -> domain);
    }

    /** Creates a domain, with what the function says of it. */
    default void createDomain(String name, DataType type, UnaryOperator<DomainChange> definition) {
        Domain plain = Domain.of(Name.parse(name), type);
        invoke(new Operation.CreateDomain(definition.apply(DomainChange.NONE).apply(plain)));
    }

    /** Changes what the function names of a domain, and nothing else of it. */
    default void alterDomain(String name, UnaryOperator<DomainChange> change) {
        invoke(new Operation.AlterDomain(Name.parse(name), change.apply(DomainChange.NONE), null));
    }

    default void dropDomain(String name) {
        invoke(new Operation.DropDomain(Name.parse(name), null));
    }

    /** Gives a value of an enum type another name; rows and defaults have the new one at once. */
    default void renameEnumValue(String type, String value, String newValue) {
        invoke(new Operation.RenameEnumValue(Name.parse(type), value, newValue));
    }
}
