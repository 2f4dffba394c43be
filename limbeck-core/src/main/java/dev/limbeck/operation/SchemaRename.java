// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;

/** All that names a schema, with another name of it. Texts of code and expressions are left as they are. */
record SchemaRename(String from, String to) {

    Schema apply(Schema schema) {
        return Schema.of(
                        schema.tables().values().stream().map(this::table).toList(),
                        schema.sequences().values().stream().map(this::sequence).toList(),
                        schema.enums().values().stream()
                                .map(type -> new EnumType(
                                        name(type.name()), type.values(), type.varcharCasts(), type.comment()))
                                .toList())
                .withCode(schema.code().values().stream().map(this::code).toList())
                .withDomains(
                        schema.domains().values().stream().map(this::domain).toList())
                .withExtensions(schema.extensions().values().stream()
                        .map(this::extension)
                        .toList())
                .withSchemas(schema.schemas().stream()
                        .map(name -> name.equals(from) ? to : name)
                        .toList());
    }

    private Name name(Name name) {
        return from.equals(name.schema()) ? new Name(to, name.name()) : name;
    }

    private DataType type(DataType type) {
        return new DataType(name(type.name()), type.arguments(), type.arrayDimensions());
    }

    private Table table(Table table) {
        return table.withName(name(table.name()))
                .mapColumns(column -> column.withType(type(column.type())))
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList());
    }

    private Constraint constraint(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key
                ? key.withReferences(name(key.references()), key.referencedColumns())
                : constraint;
    }

    private Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return new Sequence(
                name(sequence.name()),
                sequence.options(),
                owner == null ? null : new Sequence.Owner(name(owner.table()), owner.column()),
                sequence.comment());
    }

    private CodeObject code(CodeObject object) {
        CodeObject.Key key = object.key();
        String of = key.kind().isOnTable() ? name(Name.parse(key.of())).toString() : key.of();
        return new CodeObject(new CodeObject.Key(key.kind(), name(key.name()), of), object.definition());
    }

    private Domain domain(Domain domain) {
        return domain.withName(name(domain.name())).withType(type(domain.type()));
    }

    private Extension extension(Extension extension) {
        return from.equals(extension.schema()) ? new Extension(extension.name(), to) : extension;
    }
}
