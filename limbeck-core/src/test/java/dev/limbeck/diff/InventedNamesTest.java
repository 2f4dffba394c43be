// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Definitions;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedNamesTest {
    private static final String HASH = "fkelcwsyo3ulxxvo7bjgid0k1tg";

    @Test
    void giveWayToNamesThatSomebodyChose() {
        assertThat(names("pk_book", "fk_book_team", "uq_title", "ix_team"))
                .isEqualTo(List.of("pk_book", "fk_book_team", "uq_title", "ix_team"));
    }

    @Test
    void stayWhereTheOthersAreInventedToo() {
        assertThat(names("old_pkey", HASH.replace('e', 'f'), "old_title_key", "idxelcwsyo3ulxxvo7bjgid0k1tg"))
                .isEqualTo(List.of("book_pkey", HASH, "book_title_key", "IDXelcwsyo3ulxxvo7bjgid0k1th"));
    }

    @Test
    void stayWhereWhatIsThereIsAnother() {
        Schema wanted = schema("book_pkey", HASH, "book_title_key", "IDXelcwsyo3ulxxvo7bjgid0k1th");
        Schema present = wanted.mapTables(
                table -> table.withConstraints(List.of(Constraint.Unique.of("uq_team", List.of("team_id")))));

        assertThat(InventedNames.replaced(present, wanted)).isEqualTo(wanted);
    }

    @Test
    void areNotThoseThatAreChosen() {
        Schema wanted = schema("pk_1", "fk_team", "uq_1", "ix_1");

        assertThat(InventedNames.replaced(schema("pk_2", "fk_2", "uq_2", "ix_2"), wanted))
                .isEqualTo(wanted);
    }

    @Test
    void comeWithAnOrderOfKeyColumnsThatNobodyChoseEither() {
        Schema present = withKeys(
                new Constraint.PrimaryKey("book_pkey", List.of("shelf", "place")),
                foreignKey(List.of("room", "line"), List.of("id", "number")));
        Schema wanted = withKeys(
                new Constraint.PrimaryKey("book_pkey", List.of("place", "shelf")),
                foreignKey(List.of("line", "room"), List.of("number", "id")));

        assertThat(InventedNames.replaced(present, wanted)).isEqualTo(present);
    }

    @Test
    void leaveAForeignKeyThatPairsItsColumnsOtherwise() {
        Schema present = withKeys(foreignKey(List.of("room", "line"), List.of("id", "number")));
        Schema wanted = withKeys(foreignKey(List.of("line", "room"), List.of("id", "number")));

        assertThat(InventedNames.replaced(present, wanted)).isEqualTo(wanted);
    }

    private static Constraint foreignKey(List<String> columns, List<String> referenced) {
        return Constraint.ForeignKey.of("fk_book_shelf", columns, Name.of("shelf"), referenced);
    }

    private static Schema withKeys(Constraint... keys) {
        return Schema.of(Table.of(Name.of("book"), List.of()).withConstraints(List.of(keys)));
    }

    /** What the wanted table's key, foreign key, unique constraint and index are called. */
    private static List<String> names(String key, String foreignKey, String unique, String index) {
        Schema wanted = schema("book_pkey", HASH, "book_title_key", "IDXelcwsyo3ulxxvo7bjgid0k1th");
        Table table = InventedNames.replaced(schema(key, foreignKey, unique, index), wanted)
                .table(Name.of("book"))
                .orElseThrow();
        return Stream.concat(
                        Stream.of(Constraint.Kind.PRIMARY_KEY, Constraint.Kind.FOREIGN_KEY, Constraint.Kind.UNIQUE)
                                .flatMap(kind ->
                                        table.constraints().stream().filter(constraint -> constraint.kind() == kind))
                                .map(constraint -> Objects.requireNonNull(constraint.name())),
                        table.indexes().stream().map(Index::name))
                .toList();
    }

    private static Schema schema(String key, String foreignKey, String unique, String index) {
        List<Operation> operations = new ArrayList<>();
        Operations op = operations::add;
        op.createTable(
                "book",
                Definitions.column("id", Definitions.bigint()).notNull(),
                Definitions.column("title", Definitions.text()),
                Definitions.column("team_id", Definitions.bigint()),
                Definitions.primaryKey(key, "id"),
                Definitions.unique(unique, "title"),
                Definitions.foreignKey(foreignKey, "team_id").references("team", "id"));
        op.createIndex("book", Definitions.index(index, "team_id"));
        return Operation.applyAll(operations, Schema.EMPTY);
    }
}
