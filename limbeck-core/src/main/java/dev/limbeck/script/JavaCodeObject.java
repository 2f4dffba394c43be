// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import dev.limbeck.script.JavaCode.Call;
import dev.limbeck.script.JavaCode.Text;
import java.util.ArrayList;
import java.util.List;

/** Views, functions, triggers and the like in the words of {@code CodeOperations}. */
final class JavaCodeObject {
    private static final String QUERY = "as ";

    private JavaCodeObject() {}

    /** The call that creates or replaces an object. */
    static JavaCode define(String verb, CodeObject object) {
        List<JavaCode> arguments = new ArrayList<>(names(object.key()));
        arguments.add(JavaLiteral.text(text(object)));
        return new Call("op." + verb + word(object.key().kind()), List.copyOf(arguments), 1, false);
    }

    static JavaCode drop(CodeObject.Key key) {
        return Call.of("op.drop" + word(key.kind()), names(key));
    }

    /** The query alone, where that is read back as the same view. */
    private static String text(CodeObject object) {
        CodeObject.Key key = object.key();
        if (!key.kind().isView() || !object.definition().startsWith(QUERY)) {
            return object.definition();
        }
        String query = object.definition().substring(QUERY.length());
        boolean same = CodeObject.view(key.kind(), key.name().toString(), query).equals(object);
        return same ? query : object.definition();
    }

    private static List<JavaCode> names(CodeObject.Key key) {
        return switch (key.kind()) {
            case FUNCTION, PROCEDURE -> List.of(new Text(key.signature()));
            case VIEW, MATERIALIZED_VIEW, EVENT -> List.of(text(key.name()));
            case TRIGGER, POLICY -> List.of(new Text(key.of()), text(key.name()));
            case COMMENT -> List.of(new Text(key.toString()));
            default -> List.of(new Text(key.kind().label()), new Text(key.toString()));
        };
    }

    private static JavaCode text(Name name) {
        return new Text(name.toString());
    }

    private static String word(CodeObject.Kind kind) {
        return switch (kind) {
            case FUNCTION -> "Function";
            case PROCEDURE -> "Procedure";
            case VIEW -> "View";
            case MATERIALIZED_VIEW -> "MaterializedView";
            case TRIGGER -> "Trigger";
            case EVENT -> "Event";
            case POLICY -> "Policy";
            case COMMENT -> "Comment";
            default -> "Object";
        };
    }
}
