// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes result records as JSON: keys are the records' own names, what is absent is null, paths are plain text, and
 * constants are words in lower case.
 */
final class Json {
    private Json() {}

    static String write(Object result) {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Path.class, new PathText());
        module.addSerializer(Optional.class, new OptionalValue());
        module.addSerializer(Enum.class, new EnumWord());
        ObjectMapper mapper = new ObjectMapper().registerModule(module).enable(SerializationFeature.INDENT_OUTPUT);
        try {
            return mapper.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(result.getClass() + " cannot be written as JSON", unwritable);
        }
    }

    private static final class PathText extends JsonSerializer<Path> {
        @Override
        public void serialize(Path path, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(path.toString());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class EnumWord extends JsonSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalValue extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional optional, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (optional.isPresent()) {
                generator.writePOJO(optional.get());
            } else {
                generator.writeNull();
            }
        }
    }
}
