// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists the ways in which {@code init} can set a project up. */
public final class ListTemplates {

    /** One of the ways. */
    public record Template(String name, String description) {}

    public record Result(List<Template> templates) {}

    /** All of them, by name. */
    public Result run() {
        return new Result(Stream.of(InitTemplate.values())
                .map(template -> new Template(template.label(), template.description()))
                .sorted(Comparator.comparing(Template::name))
                .toList());
    }
}
