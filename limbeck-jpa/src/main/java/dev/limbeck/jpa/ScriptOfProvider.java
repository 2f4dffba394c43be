// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.diff.Rename;
import dev.limbeck.models.ModelRequest.Product;
import dev.limbeck.models.ModelScript;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A provider's answer, made fit for the database. */
final class ScriptOfProvider {
    private static final Pattern COMMENT = Pattern.compile("(?i)comment\\s+on\\b.*", Pattern.DOTALL);
    private static final Pattern CREATE_SCHEMA =
            Pattern.compile("(?i)create\\s+schema\\s+(?!if\\b|authorization\\b)(.*)", Pattern.DOTALL);

    /** Products for which the script says all; what a quoted name is to them hangs on settings of the database. */
    private static final Set<String> COMPLETE = Set.of("h2");

    private ScriptOfProvider() {}

    static ModelScript of(Map<String, Object> answer, Product product) {
        List<ModelScript.Sql> statements = new ArrayList<>();
        int comments = 0;
        for (Object line : (List<?>) answer.getOrDefault("statements", List.of())) {
            String statement = String.valueOf(line).strip();
            if (!product.comments() && COMMENT.matcher(statement).matches()) {
                comments++;
            } else if (!statement.isEmpty()) {
                statements.add(ModelScript.Sql.generated(tolerant(statement)));
            }
        }
        List<String> notes =
                comments == 0 ? List.of() : List.of(product.name() + " has no comments: " + comments + " left out");
        List<Operation> additions = COMPLETE.contains(product.name().toLowerCase(Locale.ROOT))
                ? List.of()
                : new MetadataConstraints(new AnswerIdentifiers(IdentifierCase.of(product.name()))).operations(answer);
        List<Rename> renames =
                new MetadataRenames(new AnswerIdentifiers(IdentifierCase.shown(product.name()))).renames(answer);
        return new ModelScript(statements, List.of(), additions, renames, notes);
    }

    /** The database that the script runs in may have the schemas already. */
    private static String tolerant(String statement) {
        return CREATE_SCHEMA.matcher(statement).replaceFirst("create schema if not exists $1");
    }
}
