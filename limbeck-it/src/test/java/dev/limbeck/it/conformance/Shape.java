// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A schema as facts, one by one, without the spelling of SQL expressions, which each database rewrites in its own way. An
 * object is a fact of its own; what it has is a fact whose name begins with {@code its}.
 */
final class Shape {
    private static final String EXPRESSION = "an expression";
    private final Map<String, String> objects = new TreeMap<>();
    private final Map<String, String> details = new TreeMap<>();

    private Shape() {}

    static Shape of(Schema schema) {
        Shape shape = new Shape();
        schema.tables().values().forEach(shape::table);
        schema.sequences().values().forEach(shape::sequence);
        schema.enums().values().forEach(shape::enumType);
        schema.domains().values().forEach(shape::domain);
        schema.extensions().values().forEach(shape::extension);
        for (CodeObject object : schema.code().values()) {
            shape.objects.put(object.key().kind().label() + " " + object.key(), "");
        }
        return shape;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && shape.objects.equals(objects) && shape.details.equals(details);
    }

    @Override
    public int hashCode() {
        return details.hashCode();
    }

    /** The objects that one has and the other has not. */
    List<String> misses(Shape other) {
        List<String> misses = new ArrayList<>();
        for (String object : union(objects, other.objects)) {
            if (!other.objects.containsKey(object)) {
                misses.add("there is no " + object);
            } else if (!objects.containsKey(object)) {
                misses.add("there is a " + object);
            }
        }
        return misses;
    }

    /** What is kept otherwise than it was said. */
    List<String> remarks(Shape kept) {
        List<String> remarks = new ArrayList<>();
        for (String detail : union(details, kept.details)) {
            String said = details.getOrDefault(detail, "");
            String is = kept.details.getOrDefault(detail, "");
            boolean isRewritten = said.equals(EXPRESSION) || is.equals(EXPRESSION);
            if (!said.equals(is) && !(isRewritten && !said.isEmpty() && !is.isEmpty())) {
                String what = detail.substring(0, detail.indexOf(" of "));
                remarks.add(remark(what, said, is));
            }
        }
        return remarks.stream().distinct().toList();
    }

    private static String remark(String what, String said, String is) {
        if (what.equals("comment") && is.isEmpty()) {
            return "a comment is not kept";
        }
        return what + " " + (said.isEmpty() ? "that nobody said" : code(said)) + " is "
                + (is.isEmpty() ? "not kept" : "kept as " + code(is));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static Set<String> union(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private void detail(String what, String of, @Nullable Object value) {
        if (value != null
                && !value.equals(false)
                && !value.equals(List.of())
                && !value.toString().isEmpty()) {
            details.put(what + " of " + of, value.toString());
        }
    }

    private void table(Table table) {
        String name = "table " + table.name();
        objects.put(name, "");
        detail("comment", name, table.comment());
        table.options().forEach((option, value) -> detail("option " + option, name, option + " " + value));
        for (Column column : table.columns()) {
            column("column " + table.name() + "." + column.name(), column);
        }
        Map<Constraint.Kind, Integer> numbers = new EnumMap<>(Constraint.Kind.class);
        for (Constraint constraint : table.constraints()) {
            int number = numbers.merge(constraint.kind(), 1, Integer::sum);
            boolean isUnique = constraint instanceof Constraint.Unique;
            constraint(
                    isUnique
                            ? unique(table, ((Constraint.Unique) constraint).columns())
                            : constraint.kind().label() + " " + number + " of table " + table.name(),
                    constraint);
        }
        for (Index index : table.indexes()) {
            boolean isUnique = index.unique() && index.parts().stream().noneMatch(Index.Part::expression);
            index(
                    isUnique
                            ? unique(
                                    table,
                                    index.parts().stream().map(Index.Part::text).toList())
                            : "index " + index.name() + " of table " + table.name(),
                    index);
        }
    }

    /** A unique index is a unique constraint on some databases, and so both are one kind of object. */
    private static String unique(Table table, List<String> columns) {
        return "uniqueness " + columns + " of table " + table.name();
    }

    private void column(String name, Column column) {
        objects.put(name, "");
        detail("type", name, column.type());
        detail("not null", name, !column.nullable());
        detail("collation", name, column.collation());
        detail("comment", name, column.comment());
        if (column.value() != null) {
            value(name, column.value());
        }
    }

    private void value(String name, ColumnValue value) {
        value.accept(new ColumnValue.Visitor<@Nullable Void>() {
            @Override
            public @Nullable Void literal(ColumnValue.Literal literal) {
                detail("default", name, literal.value() instanceof String text ? "'" + text + "'" : literal.value());
                return null;
            }

            @Override
            public @Nullable Void expression(ColumnValue.Expression expression) {
                detail("default", name, EXPRESSION);
                return null;
            }

            @Override
            public @Nullable Void identity(ColumnValue.Identity identity) {
                detail("identity", name, identity.always() ? "always" : "by default");
                options(name, identity.options());
                return null;
            }

            @Override
            public @Nullable Void generated(ColumnValue.Generated generated) {
                detail("generated", name, generated.stored() ? "stored" : "virtual");
                return null;
            }
        });
    }

    private void options(String name, SequenceOptions options) {
        detail("type", name, options.type());
        long start = Objects.requireNonNullElse(options.start(), options.usualStart());
        detail("start", name, start == options.usualStart() ? null : start);
        detail("increment", name, Objects.equals(options.increment(), 1L) ? null : options.increment());
        detail("minimum", name, options.minimum());
        detail("maximum", name, options.maximum());
        detail("cache", name, options.cache());
        detail("cycle", name, options.cycle());
    }

    private void constraint(String name, Constraint constraint) {
        objects.put(name, "");
        detail("unique", name, constraint instanceof Constraint.Unique ? "as a constraint" : null);
        constraint.accept(new Constraint.Visitor<@Nullable Void>() {
            @Override
            public @Nullable Void primaryKey(Constraint.PrimaryKey key) {
                detail("columns", name, key.columns());
                detail("included columns", name, key.include());
                deferral(name, key.deferral());
                return null;
            }

            @Override
            public @Nullable Void unique(Constraint.Unique unique) {
                deferral(name, unique.deferral());
                detail("included columns", name, unique.include());
                detail("nulls not distinct", name, unique.nullsNotDistinct());
                return null;
            }

            @Override
            public @Nullable Void foreignKey(Constraint.ForeignKey key) {
                detail("columns", name, key.columns());
                detail("reference", name, key.references() + " " + key.referencedColumns());
                detail("onDelete", name, key.onDelete());
                detail("onUpdate", name, key.onUpdate());
                detail("columns that are set", name, key.setColumns());
                detail("match", name, key.match());
                deferral(name, key.deferral());
                return null;
            }

            @Override
            public @Nullable Void check(Constraint.Check check) {
                detail("noInherit", name, check.noInherit());
                return null;
            }

            @Override
            public @Nullable Void exclusion(Constraint.Exclusion exclusion) {
                deferral(name, exclusion.deferral());
                return null;
            }
        });
    }

    private void deferral(String name, Constraint.Deferral deferral) {
        detail("deferral", name, deferral == Constraint.Deferral.NOT_DEFERRABLE ? null : deferral);
    }

    private void index(String name, Index index) {
        objects.put(name, "");
        detail("unique", name, index.unique() ? "as an index" : null);
        detail("condition", name, index.where() == null ? null : EXPRESSION);
        detail("method", name, index.method());
        detail("included columns", name, index.include());
        index.options().forEach((option, value) -> detail("option " + option, name, option + " " + value));
        detail("nulls not distinct", name, index.nullsNotDistinct());
        int number = 0;
        for (Index.Part part : index.parts()) {
            String one = "part " + ++number + " of " + name;
            detail("index part", one, index.unique() ? null : part.expression() ? EXPRESSION : part.text());
            detail("order", one, part.descending() ? "descending" : null);
            detail("order of nulls", one, part.nulls());
            detail("operator class", one, part.operatorClass());
            detail("collation", one, part.collation());
        }
    }

    private void sequence(Sequence sequence) {
        String name = "sequence " + sequence.name();
        objects.put(name, "");
        options(name, sequence.options());
        detail("owner", name, sequence.owner());
        detail("comment", name, sequence.comment());
    }

    private void domain(Domain domain) {
        String name = "domain " + domain.name();
        objects.put(name, "");
        detail("type", name, domain.type());
        detail("not null", name, !domain.nullable());
        detail("collation", name, domain.collation());
        detail("comment", name, domain.comment());
        detail(
                "checks",
                name,
                domain.checks().stream().map(Constraint.Check::name).toList());
        if (domain.value() != null) {
            value(name, domain.value());
        }
    }

    private void extension(Extension extension) {
        objects.put("extension " + extension.name(), "");
    }

    private void enumType(EnumType type) {
        String name = "enum type " + type.name();
        objects.put(name, "");
        detail("values", name, type.values());
        detail("casts", name, type.varcharCasts());
        detail("comment", name, type.comment());
    }
}
