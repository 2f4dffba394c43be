// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class YesNo implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return Boolean.TRUE.equals(value) ? "yes" : "no";
    }

    @Override
    public Boolean convertToEntityAttribute(String value) {
        return "yes".equals(value);
    }
}
