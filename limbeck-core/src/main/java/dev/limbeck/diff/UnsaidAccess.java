// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Privileges and owners in a live database that models say nothing of, as they are often set by others than those who
 * write the models: they are wanted as they are, and so survive where an object is made anew. Default privileges are
 * there for what is to come, and so are not compared at all: nothing is created without them.
 *
 * @param wanted the schema with them
 * @param kept what is kept, or not compared
 */
public record UnsaidAccess(Schema wanted, List<CodeObject> kept) {

    /** Adds to what is wanted what a live database has, unless models say anything of the same kind. */
    public static UnsaidAccess kept(Schema live, Schema wanted) {
        List<CodeObject> kept = new ArrayList<>();
        Set<String> things = things(wanted);
        for (Predicate<CodeObject.Kind> kind : List.<Predicate<CodeObject.Kind>>of(
                each -> each == CodeObject.Kind.OWNER, each -> each.isAccess() && each != CodeObject.Kind.OWNER)) {
            if (wanted.code().keySet().stream().noneMatch(key -> kind.test(key.kind()))) {
                kept.addAll(unsaid(live, kind, things));
            }
        }
        List<CodeObject> code = new ArrayList<>(wanted.code().values());
        kept.stream().filter(object -> !isForWhatComes(object.key().kind())).forEach(code::add);
        return new UnsaidAccess(wanted.withCode(code), List.copyOf(kept));
    }

    /** The live database as it is compared: without the default privileges that are not. */
    public Schema compared(Schema live) {
        Schema compared = live;
        for (CodeObject object : kept) {
            if (isForWhatComes(object.key().kind())) {
                compared = compared.withoutCode(object.key());
            }
        }
        return compared;
    }

    private static boolean isForWhatComes(CodeObject.Kind kind) {
        return kind == CodeObject.Kind.DEFAULT_PRIVILEGE;
    }

    private static Collection<CodeObject> unsaid(Schema live, Predicate<CodeObject.Kind> kind, Set<String> things) {
        return live.code().values().stream()
                .filter(object -> kind.test(object.key().kind()))
                .filter(object -> live.dependencies().of(Dependencies.code(object.key())).stream()
                        .filter(need -> !need.startsWith(object.key().kind().label()))
                        .allMatch(need -> things.contains(need) || need.startsWith("schema ")))
                .toList();
    }

    private static Set<String> things(Schema schema) {
        Set<String> things = new LinkedHashSet<>();
        schema.tables().values().forEach(table -> {
            things.add(Dependencies.table(table.name()));
            table.columns().forEach(column -> things.add(Dependencies.column(table.name(), column.name())));
        });
        schema.sequences().keySet().forEach(name -> things.add(Dependencies.sequence(name)));
        schema.enums().keySet().forEach(name -> things.add(Dependencies.type(name)));
        schema.domains().keySet().forEach(name -> things.add(Dependencies.type(name)));
        schema.code().keySet().forEach(key -> things.add(Dependencies.code(key)));
        return things;
    }
}
