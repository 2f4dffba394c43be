// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Update;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import dev.limbeck.script.JavaCode.Call;
import dev.limbeck.script.JavaCode.Chain;
import dev.limbeck.script.JavaCode.Text;
import dev.limbeck.script.JavaCode.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns, constraints, indexes and the like in the words of {@code Definitions}. */
final class JavaDefinitions {
    /** What {@code index} takes for a column rather than an expression. */
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private JavaDefinitions() {}

    /** The elements of a {@code createTable}. */
    static List<JavaCode> elements(Table table) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        List<JavaCode> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            elements.add(column(column, key.contains(column.name())));
        }
        table.constraints().forEach(constraint -> elements.add(constraint(constraint)));
        table.indexes().forEach(index -> elements.add(index(index)));
        if (table.comment() != null) {
            elements.add(Call.of("comment", new Text(table.comment())));
        }
        for (Map.Entry<String, String> option : table.options().entrySet()) {
            elements.add(Call.of("option", new Text(option.getKey()), new Text(option.getValue())));
        }
        return elements;
    }

    /** A column; that one of a primary key, or an identity, is not null goes without saying. */
    static JavaCode column(Column column, boolean isKey) {
        boolean identity = column.value() instanceof ColumnValue.Identity;
        List<Call> calls = new ArrayList<>();
        if (!column.nullable() && !isKey && !identity) {
            calls.add(Call.of("notNull"));
        }
        if (column.value() != null) {
            calls.add(value(column.value()));
        }
        if (column.nullable() && identity) {
            calls.add(Call.of("nullable"));
        }
        addText(calls, "collation", column.collation());
        addText(calls, "comment", column.comment());
        return Chain.of(Call.of("column", new Text(column.name()), JavaTypes.of(column.type())), calls);
    }

    static Call value(ColumnValue value) {
        return value.accept(new ColumnValue.Visitor<Call>() {
            @Override
            public Call literal(ColumnValue.Literal literal) {
                return Call.of("defaultValue", JavaLiteral.of(literal.value()));
            }

            @Override
            public Call expression(ColumnValue.Expression expression) {
                return Call.of("defaultExpression", JavaLiteral.text(expression.sql()));
            }

            @Override
            public Call identity(ColumnValue.Identity identity) {
                String word = identity.always() ? "identityAlways" : "identity";
                return identity.options().equals(SequenceOptions.DEFAULTS)
                        ? Call.of(word)
                        : Call.of(word, options(identity.options()));
            }

            @Override
            public Call generated(ColumnValue.Generated generated) {
                return Call.of(
                        generated.stored() ? "generatedStored" : "generatedVirtual", JavaLiteral.text(generated.sql()));
            }
        });
    }

    /** A change of a column, as a function of no change. */
    static JavaCode columnChange(ColumnChange change, boolean wasIdentity) {
        List<Call> calls = new ArrayList<>();
        if (change.newType() != null) {
            calls.add(Call.of("type", JavaTypes.of(change.newType())));
        }
        if (change.using() != null) {
            calls.add(Call.of("using", JavaLiteral.text(change.using())));
        }
        if (change.newNullable() != null) {
            calls.add(Call.of(change.newNullable() ? "nullable" : "notNull"));
        }
        Update<ColumnValue> value = change.newValue();
        if (value.changes()) {
            calls.add(value.value() == null ? Call.of(wasIdentity ? "noIdentity" : "noDefault") : value(value.value()));
        }
        addUpdate(calls, "collation", "noCollation", change.newCollation());
        addUpdate(calls, "comment", "noComment", change.newComment());
        if (change.newName() != null) {
            calls.add(Call.of("rename", new Text(change.newName())));
        }
        return new JavaCode.Lambda("c", Chain.of(new Word("c"), calls));
    }

    private static void addUpdate(List<Call> calls, String set, String remove, Update<String> update) {
        if (update.changes()) {
            String value = update.value();
            calls.add(value == null ? Call.of(remove) : Call.of(set, JavaLiteral.text(value)));
        }
    }

    /** How a sequence counts, as a function of the defaults. */
    static JavaCode options(SequenceOptions options) {
        List<Call> calls = new ArrayList<>();
        addText(calls, "withType", options.type());
        addNumber(calls, "withStart", options.start());
        addNumber(calls, "withIncrement", options.increment());
        addNumber(calls, "withMinimum", options.minimum());
        addNumber(calls, "withMaximum", options.maximum());
        addNumber(calls, "withCache", options.cache());
        if (options.cycle()) {
            calls.add(Call.of("withCycle", new Word("true")));
        }
        return new JavaCode.Lambda("options", Chain.of(new Word("options"), calls));
    }

    /** What a backfill does, as a function of nothing. */
    static JavaCode backfill(Operation.Backfill backfill) {
        List<Call> calls = new ArrayList<>();
        backfill.assignments()
                .forEach(assignment -> calls.add(
                        Call.of("set", new Text(assignment.column()), JavaLiteral.text(assignment.expression()))));
        if (backfill.condition() != null) {
            calls.add(Call.of("where", JavaLiteral.text(backfill.condition())));
        }
        if (!backfill.key().isEmpty()) {
            calls.add(Call.of("key", JavaCode.texts(backfill.key())));
        }
        calls.add(Call.of("batch", new Word(String.valueOf(backfill.batch()))));
        if (!backfill.pause().isZero()) {
            calls.add(Call.of(
                    "pause", Call.of("Duration.parse", new Text(backfill.pause().toString()))));
        }
        return new JavaCode.Lambda("b", Chain.of(new Word("b"), calls));
    }

    static JavaCode enumType(EnumType type) {
        List<Call> calls = new ArrayList<>();
        addText(calls, "withComment", type.comment());
        return Chain.of(Call.of("enumType", named(type.name().toString(), type.values())), calls);
    }

    static JavaCode constraint(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<JavaCode>() {
            @Override
            public JavaCode primaryKey(Constraint.PrimaryKey key) {
                List<Call> calls = new ArrayList<>();
                addInclude(calls, key.include());
                addDeferral(calls, key.deferral());
                addOptions(calls, key.options());
                return Chain.of(Call.of("primaryKey", columns(key.name(), key.columns())), calls);
            }

            @Override
            public JavaCode unique(Constraint.Unique unique) {
                List<Call> calls = new ArrayList<>();
                if (unique.nullsNotDistinct()) {
                    calls.add(Call.of("nullsNotDistinct"));
                }
                addInclude(calls, unique.include());
                addDeferral(calls, unique.deferral());
                return Chain.of(Call.of("unique", columns(unique.name(), unique.columns())), calls);
            }

            @Override
            public JavaCode foreignKey(Constraint.ForeignKey key) {
                List<Call> calls = new ArrayList<>();
                calls.add(Call.of("references", named(key.references().toString(), key.referencedColumns())));
                if (key.setColumns().isEmpty()) {
                    addAction(calls, "onDelete", key.onDelete());
                } else {
                    calls.add(Call.of(
                            "onDelete",
                            Stream.concat(
                                            Stream.of(new Word(key.onDelete().name())),
                                            JavaCode.texts(key.setColumns()).stream())
                                    .toList()));
                }
                addAction(calls, "onUpdate", key.onUpdate());
                if (key.match() == Constraint.Match.FULL) {
                    calls.add(Call.of("matchFull"));
                }
                addDeferral(calls, key.deferral());
                addNotValid(calls, key);
                return Chain.of(Call.of("foreignKey", columns(key.name(), key.columns())), calls);
            }

            @Override
            public JavaCode check(Constraint.Check check) {
                JavaCode expression = JavaLiteral.text(check.expression());
                Call call = check.name() == null
                        ? Call.of("check", expression)
                        : Call.of("check", new Text(check.name()), expression);
                List<Call> calls = new ArrayList<>(check.noInherit() ? List.of(Call.of("noInherit")) : List.of());
                addNotValid(calls, check);
                return calls.isEmpty() ? call : Chain.of(call, calls);
            }

            @Override
            public JavaCode exclusion(Constraint.Exclusion exclusion) {
                List<Call> calls = new ArrayList<>();
                addDeferral(calls, exclusion.deferral());
                JavaCode definition = JavaLiteral.text(exclusion.definition());
                return Chain.of(
                        exclusion.name() == null
                                ? Call.of("exclude", definition)
                                : Call.of("exclude", new Text(exclusion.name()), definition),
                        calls);
            }
        });
    }

    static JavaCode index(Index index) {
        List<Call> calls = new ArrayList<>();
        if (index.unique()) {
            calls.add(Call.of("unique"));
        }
        addText(calls, "method", index.method());
        if (!index.include().isEmpty()) {
            calls.add(Call.of("include", JavaCode.texts(index.include())));
        }
        if (index.nullsNotDistinct()) {
            calls.add(Call.of("nullsNotDistinct"));
        }
        addOptions(calls, index.options());
        addText(calls, "where", index.where());
        boolean plain = index.parts().stream().allMatch(JavaDefinitions::isPlain);
        List<JavaCode> parts = index.parts().stream()
                .map(part -> plain ? new Text(part.text()) : indexPart(part))
                .toList();
        return Chain.of(
                Call.of(
                        "index",
                        Stream.concat(Stream.of(new Text(index.name())), parts.stream())
                                .toList()),
                calls);
    }

    /** Whether the text alone says what the part is. */
    private static boolean isPlain(Index.Part part) {
        Index.Part bare = part.expression() ? Index.Part.expression(part.text()) : Index.Part.column(part.text());
        return part.equals(bare)
                && part.expression() != IDENTIFIER.matcher(part.text()).matches();
    }

    private static JavaCode indexPart(Index.Part part) {
        List<Call> calls = new ArrayList<>();
        if (part.descending()) {
            calls.add(Call.of("desc"));
        }
        if (part.nulls() != null) {
            calls.add(Call.of(part.nulls() == Index.Nulls.FIRST ? "nullsFirst" : "nullsLast"));
        }
        addText(calls, "operatorClass", part.operatorClass());
        addText(calls, "collation", part.collation());
        return Chain.of(Call.of(part.expression() ? "byExpression" : "by", new Text(part.text())), calls);
    }

    /** A constraint's name and columns, or only its columns. */
    private static List<JavaCode> columns(@Nullable String name, List<String> columns) {
        return name == null ? List.of(Call.of("columns", JavaCode.texts(columns))) : named(name, columns);
    }

    /** A name and texts that follow it. */
    static List<JavaCode> named(String name, List<String> texts) {
        return JavaCode.texts(Stream.concat(Stream.of(name), texts.stream()).toList());
    }

    private static void addText(List<Call> calls, String word, @Nullable String text) {
        if (text != null) {
            calls.add(Call.of(word, JavaLiteral.text(text)));
        }
    }

    private static void addNumber(List<Call> calls, String word, @Nullable Long number) {
        if (number != null) {
            calls.add(Call.of(word, JavaLiteral.number(number)));
        }
    }

    private static void addAction(List<Call> calls, String word, Constraint.Action action) {
        if (action != Constraint.Action.NO_ACTION) {
            calls.add(Call.of(word, new Word(action.name())));
        }
    }

    private static void addInclude(List<Call> calls, List<String> columns) {
        if (!columns.isEmpty()) {
            calls.add(Call.of("include", JavaCode.texts(columns)));
        }
    }

    private static void addOptions(List<Call> calls, Map<String, String> options) {
        options.forEach((option, value) -> calls.add(Call.of("option", new Text(option), JavaLiteral.text(value))));
    }

    private static void addNotValid(List<Call> calls, Constraint constraint) {
        if (constraint.notValid()) {
            calls.add(Call.of("notValid"));
        }
    }

    private static void addDeferral(List<Call> calls, Constraint.Deferral deferral) {
        switch (deferral) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> calls.add(Call.of("deferrable"));
            case INITIALLY_DEFERRED -> calls.add(Call.of("initiallyDeferred"));
        }
    }
}
