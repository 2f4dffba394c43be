// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A revision on the command line, which may begin with a minus: {@code -1} is one, a misspelt option is none. */
final class RevisionArgument implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (text.startsWith("-") && !text.matches("-\\d+.*")) {
            throw new TypeConversionException("Unknown option: '" + text + "'");
        }
        return text;
    }
}
