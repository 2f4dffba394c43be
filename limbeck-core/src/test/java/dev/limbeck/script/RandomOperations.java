// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Assignment;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.operation.Update;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations of every kind with every option, the same ones for the same seed. */
final class RandomOperations {
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "it's \"quoted\"",
            "back\\slash \\u0041 \\",
            "two\nlines",
            "\n  indented\n    more  \n\t\ttabs\t\n",
            "  all\n  indented\\\n",
            " \n \n",
            "\"\"\"\n\"\"\"\"quotes\"",
            "line\n\"",
            "carriage\r\nreturn",
            "ünïcödé 日本 \uD83D\uDE00",
            "\u0000\u0001\u001f\u007f\u0085\u2028\uFEFF\uD800 7",
            "hard\u00A0blank\u3000\nend\u3000",
            "a very long text ".repeat(20),
            "averylongword".repeat(15),
            "*/ // /* ${x} %s {@code}");

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    /** One operation of each kind. */
    List<Operation> oneOfEach() {
        return List.of(
                new Operation.CreateTable(table()),
                new Operation.DropTable(name(), null),
                new Operation.RenameTable(name(), word()),
                new Operation.CommentOnTable(name(), maybe(this::text), null),
                new Operation.SetTableOption(name(), word().toLowerCase(Locale.ROOT), maybe(this::text), null),
                alterTable(),
                new Operation.AddColumn(name(), column()),
                new Operation.DropColumn(name(), word(), null),
                new Operation.AlterColumn(name(), word(), change(), null),
                new Operation.AddConstraint(name(), constraint(), random.nextBoolean()),
                new Operation.AddConstraint(name(), new Constraint.PrimaryKey(word(), words(1)), false, word()),
                new Operation.ValidateConstraint(name(), word()),
                dropConstraint(name()),
                new Operation.RenameConstraint(name(), word(), word()),
                new Operation.RenameIndex(name(), word(), word()),
                new Operation.RenameSequence(name(), word()),
                new Operation.Require("no row is left", text()),
                new Operation.CreateIndex(name(), index(), random.nextBoolean()),
                new Operation.DropIndex(name(), word(), null, random.nextBoolean()),
                new Operation.CreateSequence(sequence(name())),
                alterSequence(name()),
                new Operation.DropSequence(name(), null),
                new Operation.CreateEnum(new EnumType(name(), words(0), false, maybe(this::text))),
                new Operation.AlterEnum(name(), words(0), null),
                new Operation.DropEnum(name(), null),
                new Operation.VarcharCasts(name(), random.nextBoolean()),
                new Operation.CreateSchema(word()),
                new Operation.DropSchema(word()),
                new Operation.RenameSchema(word(), word()),
                createExtension(),
                new Operation.UpdateExtension(word(), maybe(this::word)),
                new Operation.DropExtension(word(), null),
                new Operation.CreateDomain(domain()),
                new Operation.AlterDomain(name(), DomainChange.between(domain(), domain().withType(type())), null),
                new Operation.DropDomain(name(), null),
                new Operation.RenameEnumValue(name(), text(), text()),
                new Operation.CreateCode(code()),
                new Operation.ReplaceCode(code(), null),
                new Operation.DropCode(code().key(), null),
                new Operation.InsertRows(name(), List.of("a", "b"), rows()),
                new Operation.DeleteRows(name(), List.of("a"), List.of(Row.of(literal()), Row.of((Object) null))),
                new Operation.Execute(text(), random.nextBoolean() ? List.of() : List.of(literal(), "p")),
                new Operation.Backfill(
                        name(),
                        List.of(new Assignment(word(), text()), new Assignment("b", "a || 'x'")),
                        random.nextBoolean() ? null : text(),
                        random.nextBoolean() ? List.of() : List.of(word(), "k"),
                        1 + random.nextInt(1000),
                        Duration.ofMillis(random.nextInt(3) * 700L)),
                new Operation.Irreversible(text()));
    }

    private Operation createExtension() {
        String schema = maybe(this::word);
        return new Operation.CreateExtension(new Extension(word(), schema), schema == null ? null : maybe(this::word));
    }

    private Domain domain() {
        List<Constraint.Check> checks = new LinkedHashSet<>(words(0))
                .stream().map(name -> new Constraint.Check(name, text())).toList();
        ColumnValue value =
                random.nextBoolean() ? new ColumnValue.Literal(literal()) : new ColumnValue.Expression(text());
        return new Domain(name(), type(), maybe(() -> value), random.nextBoolean(), checks, null, maybe(this::text));
    }

    private Operation alterTable() {
        Name table = name();
        List<Operation> changes = new ArrayList<>(List.of(
                new Operation.AddColumn(table, column()),
                new Operation.DropColumn(table, word(), null),
                new Operation.AlterColumn(table, word(), change(), null),
                new Operation.AddConstraint(table, constraint()),
                dropConstraint(table),
                new Operation.CreateIndex(table, index()),
                new Operation.DropIndex(table, word(), null),
                new Operation.CommentOnTable(table, maybe(this::text), null),
                new Operation.SetTableOption(table, word().toLowerCase(Locale.ROOT), maybe(this::text), null)));
        return new Operation.AlterTable(
                table, changes.subList(0, random.nextInt(changes.size() + 1)), random.nextBoolean());
    }

    private Operation dropConstraint(Name table) {
        Constraint constraint = constraint();
        return constraint.name() == null
                ? new Operation.DropConstraint(table, null, constraint)
                : new Operation.DropConstraint(table, constraint.name(), null);
    }

    private Operation alterSequence(Name name) {
        Sequence before = sequence(name);
        return random.nextInt(3) == 0
                ? new Operation.AlterSequence(Sequence.of(name).withOptions(options()), null)
                : new Operation.AlterSequence(sequence(name), before);
    }

    Sequence sequence(Name name) {
        return new Sequence(name, options(), maybe(() -> new Sequence.Owner(name(), word())), maybe(this::text));
    }

    private Table table() {
        LinkedHashSet<String> names = new LinkedHashSet<>(words(1));
        List<Column> columns = new ArrayList<>(
                names.stream().map(name -> column().withName(name)).toList());
        List<Constraint> constraints = new ArrayList<>(List.of(constraint(), constraint()).stream()
                .filter(constraint -> constraint.kind() != Constraint.Kind.PRIMARY_KEY)
                .toList());
        if (random.nextBoolean()) {
            String key = columns.get(0).name();
            constraints.add(new Constraint.PrimaryKey(maybe(this::word), List.of(key)));
            columns.replaceAll(column -> column.name().equals(key) ? column.withNullable(false) : column);
        }
        TreeMap<String, String> options = new TreeMap<>();
        if (random.nextBoolean()) {
            options.put("without rowid", text());
            options.put("strict", "");
        }
        List<Index> indexes = random.nextBoolean() ? List.of() : List.of(index());
        return new Table(name(), columns, constraints, indexes, maybe(this::text), options);
    }

    private Column column() {
        return new Column(
                word(), type(), random.nextBoolean(), maybe(this::value), maybe(this::word), maybe(this::text));
    }

    private ColumnChange change() {
        return new ColumnChange(
                maybe(this::word),
                maybe(this::type),
                maybe(this::text),
                maybe(random::nextBoolean),
                update(this::value),
                update(this::word),
                update(this::text));
    }

    private ColumnValue value() {
        return switch (random.nextInt(4)) {
            case 0 -> new ColumnValue.Literal(literal());
            case 1 -> new ColumnValue.Expression(text());
            case 2 -> new ColumnValue.Identity(random.nextBoolean(), options());
            default -> new ColumnValue.Generated(text(), random.nextBoolean());
        };
    }

    private SequenceOptions options() {
        return random.nextInt(3) == 0
                ? SequenceOptions.DEFAULTS
                : new SequenceOptions(
                        maybe(this::word),
                        maybe(random::nextLong),
                        maybe(() -> -1L),
                        maybe(() -> Long.MIN_VALUE),
                        maybe(() -> Long.MAX_VALUE),
                        maybe(() -> 20L),
                        random.nextBoolean());
    }

    private DataType type() {
        DataType type = pick(List.of(
                DataType.of("smallint"),
                DataType.of("bigint"),
                DataType.of("numeric"),
                DataType.of("numeric", 5),
                DataType.of("numeric", 5, -2),
                DataType.of("numeric", 1, 2, 3),
                DataType.of("double precision"),
                DataType.of("boolean"),
                DataType.of("varchar"),
                DataType.of("varchar", 200),
                DataType.of("varchar", "max"),
                DataType.of("char"),
                DataType.of("char", 1),
                DataType.of("timestamptz", 3),
                DataType.of("time", "007"),
                DataType.of("geometry", "Point", 4326),
                DataType.of("text"),
                DataType.named(new Name("s", "varchar")),
                DataType.named(name())));
        return random.nextInt(4) == 0
                ? type.array()
                : random.nextInt(8) == 0 ? type.array().array() : type;
    }

    private CodeObject code() {
        CodeObject.Kind kind = pick(CodeObject.Kind.values());
        if (kind.isView()) {
            return CodeObject.view(kind, name().toString(), random.nextBoolean() ? "select 1" : "(a) as " + text());
        }
        CodeObject.Key key = switch (kind) {
            case TRIGGER, RULE, POLICY -> CodeObject.Key.onTable(kind, name().toString(), name().toString());
            case FUNCTION, PROCEDURE, AGGREGATE -> CodeObject.Key.routine(kind, name() + "(integer, text)");
            case OPERATOR, CAST, SETTING, COMMENT, OWNER, PRIVILEGE, DEFAULT_PRIVILEGE ->
                CodeObject.Key.phrase(kind, "table " + name() + " to \"a role\"");
            default -> CodeObject.Key.view(kind, name().toString());
        };
        return new CodeObject(key, text());
    }

    private Constraint constraint() {
        String name = maybe(this::word);
        return switch (random.nextInt(5)) {
            case 0 -> new Constraint.PrimaryKey(name, words(1), pick(Constraint.Deferral.values()), words(0));
            case 3 -> new Constraint.Exclusion(name, text(), pick(Constraint.Deferral.values()));
            case 1 ->
                new Constraint.Unique(
                        name, words(1), pick(Constraint.Deferral.values()), random.nextBoolean(), words(0));
            case 2 ->
                new Constraint.ForeignKey(
                        name,
                        words(1),
                        name(),
                        words(0),
                        pick(Constraint.Action.values()),
                        pick(Constraint.Action.values()),
                        pick(Constraint.Match.values()),
                        pick(Constraint.Deferral.values()),
                        words(0));
            default -> new Constraint.Check(name, text(), random.nextBoolean());
        };
    }

    private Index index() {
        List<Index.Part> parts = new ArrayList<>();
        boolean plain = random.nextBoolean();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            parts.add(plain ? plainPart() : part());
        }
        return new Index(
                word(),
                parts,
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::word),
                words(0),
                random.nextBoolean(),
                random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("fillfactor", "70", "x", text())));
    }

    private Index.Part plainPart() {
        return random.nextBoolean() ? Index.Part.column("a") : Index.Part.expression("lower(\"a\")");
    }

    private Index.Part part() {
        return new Index.Part(
                word(),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> pick(Index.Nulls.values())),
                maybe(this::word),
                maybe(this::word));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            rows.add(Row.of(literal(), maybe(this::literal)));
        }
        return rows;
    }

    private Object literal() {
        return pick(Arrays.<Object>asList(
                text(),
                true,
                0,
                -7,
                Integer.MIN_VALUE,
                5L,
                Long.MIN_VALUE,
                (short) -3,
                (byte) 4,
                1.5,
                1e300,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                -0.1f,
                Float.POSITIVE_INFINITY,
                new BigDecimal("1.50"),
                new BigDecimal("1E+3"),
                new BigInteger("123456789012345678901234567890")));
    }

    private Name name() {
        return random.nextInt(3) == 0 ? new Name(word(), word()) : Name.of(word());
    }

    private List<String> words(int fewest) {
        List<String> words = new ArrayList<>();
        int count = fewest + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return words;
    }

    private String word() {
        return pick(List.of(
                "a",
                "book",
                "Straße",
                "with space",
                "with.dot",
                "\"q\"",
                "class",
                "a$b",
                "1st",
                "\\",
                "long_name".repeat(6)));
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> Update<T> update(Supplier<T> value) {
        return switch (random.nextInt(3)) {
            case 0 -> Update.keep();
            case 1 -> Update.remove();
            default -> Update.set(value.get());
        };
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
