// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.operation.Operation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Operations as JSON and back, by the components of their records: {@code {"is":"AddColumn","table":{…},…}}. What is null
 * is left out, so that a component that a later version adds may be missing.
 */
final class OperationCodec {
    private static final String KIND = "is";

    /** The kinds of value that a row or a parameter may have beside text, truth values and null. */
    private static final Map<String, Function<String, Object>> SCALARS = Map.ofEntries(
            Map.entry("Integer", Integer::valueOf),
            Map.entry("Long", Long::valueOf),
            Map.entry("Short", Short::valueOf),
            Map.entry("Byte", Byte::valueOf),
            Map.entry("Double", Double::valueOf),
            Map.entry("Float", Float::valueOf),
            Map.entry("BigDecimal", BigDecimal::new),
            Map.entry("BigInteger", BigInteger::new),
            Map.entry("Character", text -> text.charAt(0)),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalTime", LocalTime::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("OffsetDateTime", OffsetDateTime::parse),
            Map.entry("Instant", Instant::parse),
            Map.entry("Duration", Duration::parse),
            Map.entry("UUID", UUID::fromString),
            Map.entry("byte[]", HexFormat.of()::parseHex));

    private OperationCodec() {}

    /**
     * Operations as JSON.
     *
     * @throws IllegalArgumentException if one has a value of a class that cannot be written
     */
    static List<@Nullable Object> encode(List<Operation> operations) {
        List<@Nullable Object> encoded = new ArrayList<>();
        operations.forEach(operation -> encoded.add(encode(operation, Operation.class)));
        return encoded;
    }

    /**
     * The operations that JSON says.
     *
     * @throws IllegalArgumentException if it says none
     */
    static List<Operation> decode(List<?> encoded) {
        return encoded.stream()
                .map(json -> (Operation) Objects.requireNonNull(decode(json, Operation.class)))
                .toList();
    }

    private static @Nullable Object encode(@Nullable Object value, Type declared) {
        if (value == null) {
            return null;
        }
        if (declared == Object.class) {
            return value instanceof String || value instanceof Boolean ? value : scalar(value);
        }
        if (value instanceof Record) {
            return fields(value, declared);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> encoded = new ArrayList<>();
            list.forEach(element -> encoded.add(encode(element, argument(declared, 0))));
            return encoded;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
            map.forEach((key, held) -> encoded.put((String) key, encode(held, argument(declared, 1))));
            return encoded;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof BigInteger || value instanceof Duration) {
            return value.toString();
        }
        throw new IllegalArgumentException("a value of " + value.getClass().getName() + " cannot be written down");
    }

    private static Map<String, String> scalar(Object value) {
        String name = value.getClass().getSimpleName();
        if (!SCALARS.containsKey(name)) {
            throw new IllegalArgumentException("a value of " + value.getClass().getName() + " cannot be written down");
        }
        return Map.of(name, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString());
    }

    private static Map<String, @Nullable Object> fields(Object record, Type declared) {
        Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
        if (declared instanceof Class<?> type && type.isSealed()) {
            encoded.put(KIND, record.getClass().getSimpleName());
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = encode(get(record, component), resolved(component.getGenericType(), declared));
            if (value != null) {
                encoded.put(component.getName(), value);
            }
        }
        return encoded;
    }

    private static @Nullable Object get(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    private static @Nullable Object decode(@Nullable Object json, Type declared) {
        Class<?> type = (Class<?>) (declared instanceof ParameterizedType generic ? generic.getRawType() : declared);
        if (json == null) {
            return missing(type);
        }
        if (type == Object.class) {
            return json instanceof Map<?, ?> scalar ? scalar(scalar) : json;
        }
        if (type == List.class) {
            return list(json).stream()
                    .map(element -> decode(element, argument(declared, 0)))
                    .toList();
        }
        if (type == Map.class) {
            Map<String, @Nullable Object> decoded = new LinkedHashMap<>();
            map(json).forEach((key, held) -> decoded.put((String) key, decode(held, argument(declared, 1))));
            return decoded;
        }
        if (type.isSealed()) {
            return record(map(json), kind(type, map(json).get(KIND)), declared);
        }
        if (type.isRecord()) {
            return record(map(json), type, declared);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(json))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + json));
        }
        return simple(json, type);
    }

    private static @Nullable Object missing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type.isPrimitive() ? 0 : null;
    }

    private static Object simple(Object json, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return as(BigDecimal.class, json).intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return as(BigDecimal.class, json).longValueExact();
        }
        if (type == boolean.class || type == Boolean.class) {
            return as(Boolean.class, json);
        }
        String text = as(String.class, json);
        if (type == String.class) {
            return text;
        }
        return Objects.requireNonNull(SCALARS.get(type.getSimpleName()), type.getName())
                .apply(text);
    }

    private static Object scalar(Map<?, ?> json) {
        Map.Entry<?, ?> only = json.entrySet().iterator().next();
        Function<String, Object> reading = SCALARS.get(only.getKey());
        if (reading == null) {
            throw new IllegalArgumentException("no kind of value: " + only.getKey());
        }
        return reading.apply(as(String.class, only.getValue()));
    }

    /** One of the records that a sealed interface permits, by its simple name: nothing else is ever made. */
    private static Class<?> kind(Class<?> sealed, @Nullable Object name) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(permitted -> permitted.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + sealed.getSimpleName() + " " + name));
    }

    private static Object record(Map<?, ?> json, Class<?> type, Type declared) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = decode(json.get(components[i].getName()), resolved(components[i].getGenericType(), declared));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException refused) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + json, refused);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /** The type of a component of a record that may be generic, where the record's own type is known. */
    private static Type resolved(Type component, Type record) {
        if (component instanceof TypeVariable<?> variable && record instanceof ParameterizedType generic) {
            List<TypeVariable<?>> variables = List.of(((Class<?>) generic.getRawType()).getTypeParameters());
            return generic.getActualTypeArguments()[variables.indexOf(variable)];
        }
        return component;
    }

    private static Type argument(Type declared, int index) {
        return ((ParameterizedType) declared).getActualTypeArguments()[index];
    }

    private static List<?> list(@Nullable Object json) {
        return as(List.class, json);
    }

    private static Map<?, ?> map(@Nullable Object json) {
        return as(Map.class, json);
    }

    private static <T> T as(Class<T> type, @Nullable Object json) {
        if (!type.isInstance(json)) {
            throw new IllegalArgumentException(json + " is no " + type.getSimpleName());
        }
        return type.cast(json);
    }
}
