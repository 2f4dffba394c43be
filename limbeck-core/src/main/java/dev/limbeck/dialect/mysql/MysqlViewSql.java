// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.CodeObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statement that makes a view; how it is computed, and with whose rights, stands before the word {@code view}. */
final class MysqlViewSql {
    private static final Pattern OPTIONS =
            Pattern.compile("(?i)(?:algorithm\\s*=\\s*\\w+\\s+)?(?:sql\\s+security\\s+\\w+\\s+)?(?=as\\b|\\()");

    private MysqlViewSql() {}

    static String create(String verb, CodeObject view, String name) {
        Matcher options = OPTIONS.matcher(view.definition());
        String before = options.lookingAt() ? options.group() : "";
        return verb + " " + before + "view " + name + " " + view.definition().substring(before.length());
    }
}
