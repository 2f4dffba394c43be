// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.enumType;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.type;

import dev.limbeck.operation.Operations;
import java.util.List;

/** Enum types. */
final class EnumCases {
    private EnumCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Enum types");
        cases.add("createEnum", "", op -> op.createEnum("mood", "sad", "it's ok"))
                .add(
                        "createEnum",
                        "with a comment",
                        op -> op.createEnum(enumType("mood", "sad").withComment("of people")));
        cases.given(op -> op.createEnum("mood", "sad", "happy"));
        lists(cases, "");
        cases.add("renameEnumValue", "", op -> op.renameEnumValue("mood", "sad", "it's not so good"));
        cases.add("dropEnum", "", op -> op.dropEnum("mood"))
                .add("createVarcharCasts", "", op -> op.createVarcharCasts("mood"));
        cases.given(EnumCases::diary);
        lists(cases, " of a type in use");
        cases.add("renameEnumValue", "of a type in use", op -> op.renameEnumValue("mood", "happy", "glad"));
        cases.given(op -> {
                    op.createEnum("mood", "sad");
                    op.createVarcharCasts("mood");
                })
                .add("dropVarcharCasts", "", op -> op.dropVarcharCasts("mood"));
        return cases.all();
    }

    private static void lists(Cases cases, String where) {
        cases.add("alterEnum", "a value at the end" + where, op -> op.alterEnum("mood", "sad", "happy", "best"))
                .add("alterEnum", "a value in front" + where, op -> op.alterEnum("mood", "worst", "sad", "happy"))
                .add("alterEnum", "a value between" + where, op -> op.alterEnum("mood", "sad", "so-so", "happy"))
                .add("alterEnum", "another order" + where, op -> op.alterEnum("mood", "happy", "sad"))
                .add("alterEnum", "without a value" + where, op -> op.alterEnum("mood", "sad"));
    }

    private static void diary(Operations op) {
        op.createEnum("mood", "sad", "happy");
        op.createTable(
                "diary",
                column("day", integer()).notNull(),
                column("mood", type("mood")).notNull().defaultValue("sad"),
                column("others", type("mood").array()),
                check("ck_diary", "mood <> 'sad'::mood OR day > 0"),
                index("ix_diary_mood", "mood"),
                index("ix_diary_sad", "day").where("mood = 'sad'::mood"));
        op.bulkInsert("diary", List.of("day", "mood"), row(1, "sad"));
    }
}
