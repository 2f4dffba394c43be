// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Types that take less than others: fewer letters, fewer digits, numbers only. */
final class Narrowing {
    private static final Pattern TEXT =
            Pattern.compile("varchar|char|bpchar|character|character varying|(tiny|medium|long)?text|clob|citext");
    private static final Pattern DECIMAL = Pattern.compile("numeric|decimal");
    private static final Map<String, BigDecimal> LARGEST = Map.of(
            "tinyint", BigDecimal.valueOf(Byte.MAX_VALUE),
            "smallint", BigDecimal.valueOf(Short.MAX_VALUE),
            "integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "int", BigDecimal.valueOf(Integer.MAX_VALUE),
            "bigint", BigDecimal.valueOf(Long.MAX_VALUE));

    private Narrowing() {}

    /** The condition of the rows whose value does not fit; empty where all do, or where nobody can tell by the types. */
    static Optional<String> misfit(Column before, Column after, DiffRules rules) {
        if (!rules.enforcesTypes()
                || after.type().arrayDimensions() > 0
                || before.type().arrayDimensions() > 0) {
            return Optional.empty();
        }
        String column = rules.quote(before.name());
        String from = word(before.type());
        String to = word(after.type());
        if (isText(from) && isText(to)) {
            return tooLong(before.type(), after.type(), column);
        }
        if (isText(from) && isNumber(to)) {
            return Optional.of(
                    rules.unlike(column, LARGEST.containsKey(to) ? "^[-+]?[0-9]+$" : "^[-+]?[0-9]*[.]?[0-9]+$"));
        }
        return isNumber(from) && isNumber(to) ? tooLarge(before.type(), after.type(), column) : Optional.empty();
    }

    /** Whether values that fit may still lose something: digits behind the point, or what is cut off. */
    static boolean loses(DataType before, DataType after) {
        String from = word(before);
        String to = word(after);
        if (isText(from) && isText(to)) {
            return tooLong(before, after, "").isPresent();
        }
        if (isNumber(from) && isNumber(to)) {
            return tooLarge(before, after, "").isPresent() || scale(before) > scale(after);
        }
        if (to.equals("date") && (from.startsWith("timestamp") || from.startsWith("datetime"))) {
            return true;
        }
        return TypeLikeness.of(before, after) == TypeLikeness.STRANGE && !isText(to);
    }

    private static String word(DataType type) {
        return type.name().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isText(String type) {
        return TEXT.matcher(type).matches();
    }

    private static boolean isNumber(String type) {
        return LARGEST.containsKey(type) || DECIMAL.matcher(type).matches();
    }

    private static Optional<String> tooLong(DataType before, DataType after, String column) {
        OptionalInt longest = argument(after, 0);
        OptionalInt old = argument(before, 0);
        boolean narrower = longest.isPresent() && (old.isEmpty() || old.getAsInt() > longest.getAsInt());
        return narrower ? Optional.of("char_length(" + column + ") > " + longest.getAsInt()) : Optional.empty();
    }

    private static OptionalInt argument(DataType type, int place) {
        List<String> arguments = type.arguments();
        return arguments.size() > place && arguments.get(place).matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(arguments.get(place)))
                : OptionalInt.empty();
    }

    private static Optional<String> tooLarge(DataType before, DataType after, String column) {
        Optional<BigDecimal> largest = largest(after);
        boolean narrower = largest.isPresent()
                && largest(before).map(old -> old.compareTo(largest.get()) > 0).orElse(true);
        if (!narrower) {
            return Optional.empty();
        }
        BigDecimal least = LARGEST.containsKey(word(after))
                ? largest.get().negate().subtract(BigDecimal.ONE)
                : largest.get().negate();
        return Optional.of(
                column + " > " + largest.get().toPlainString() + " or " + column + " < " + least.toPlainString());
    }

    private static Optional<BigDecimal> largest(DataType type) {
        BigDecimal whole = LARGEST.get(word(type));
        if (whole != null) {
            return Optional.of(whole);
        }
        OptionalInt precision = argument(type, 0);
        return precision.isEmpty() || scale(type) > precision.getAsInt()
                ? Optional.empty()
                : Optional.of(BigDecimal.TEN
                        .pow(precision.getAsInt())
                        .subtract(BigDecimal.ONE)
                        .movePointLeft(scale(type)));
    }

    private static int scale(DataType type) {
        if (LARGEST.containsKey(word(type))) {
            return 0;
        }
        return argument(type, 0).isEmpty()
                ? Integer.MAX_VALUE
                : argument(type, 1).orElse(0);
    }
}
