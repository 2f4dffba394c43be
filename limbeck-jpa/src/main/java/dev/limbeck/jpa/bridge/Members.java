// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import dev.limbeck.RenamedFrom;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields and getters of attributes. */
final class Members {
    private Members() {}

    /** What an attribute was called, if its field or getter says so, in the class or one above it. */
    static @Nullable String renamedFrom(Class<?> holder, String attribute) {
        for (Class<?> type = holder; type != null && type != Object.class; type = type.getSuperclass()) {
            RenamedFrom renamed = members(type, attribute)
                    .map(member -> member.getAnnotation(RenamedFrom.class))
                    .filter(annotation -> annotation != null)
                    .findFirst()
                    .orElse(null);
            if (renamed != null) {
                return renamed.value();
            }
        }
        return null;
    }

    /** The new names of the renamed constants of an attribute that is an enum, with those that were. */
    static Map<String, String> renamedConstants(Class<?> holder, String attribute) {
        Map<String, String> renamed = new LinkedHashMap<>();
        enumOf(holder, attribute).ifPresent(type -> {
            for (Field constant : type.getFields()) {
                RenamedFrom from = constant.getAnnotation(RenamedFrom.class);
                if (constant.isEnumConstant() && from != null) {
                    renamed.put(constant.getName(), from.value());
                }
            }
        });
        return renamed;
    }

    /** The enum that an attribute is, by its simple name. */
    static String type(Class<?> holder, String attribute) {
        return enumOf(holder, attribute).orElseThrow().getSimpleName();
    }

    private static Optional<Class<?>> enumOf(Class<?> holder, String attribute) {
        for (Class<?> type = holder; type != null && type != Object.class; type = type.getSuperclass()) {
            Optional<Class<?>> found = members(type, attribute)
                    .<Class<?>>map(member ->
                            member instanceof Field field ? field.getType() : ((Method) member).getReturnType())
                    .filter(Class::isEnum)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Stream<AnnotatedElement> members(Class<?> type, String attribute) {
        String capital = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return Stream.concat(
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> field.getName().equals(attribute)),
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() == 0
                                && (method.getName().equals("get" + capital)
                                        || method.getName().equals("is" + capital)
                                        || method.getName().equals(attribute))));
    }
}
