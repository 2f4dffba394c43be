// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.injected;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Base64;

/** A converter that a framework makes, with what it encodes and decodes by. */
@Converter
public class Secret implements AttributeConverter<String, byte[]> {
    private final Base64.Encoder encoder;
    private final Base64.Decoder decoder;

    public Secret(Base64.Encoder encoder, Base64.Decoder decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    @Override
    public byte[] convertToDatabaseColumn(String attribute) {
        return decoder.decode(attribute);
    }

    @Override
    public String convertToEntityAttribute(byte[] column) {
        return encoder.encodeToString(column);
    }
}
