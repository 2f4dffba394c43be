// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Scratch;

/** Opens a scratch database on the server of the given URL and ends without closing it. */
final class AbandonedScratch {
    private AbandonedScratch() {}

    public static void main(String[] arguments) throws Exception {
        Database target = new Database(
                Dialects.forUrl(arguments[0]), arguments[0], "postgres", "", AbandonedScratch.class.getClassLoader());
        @SuppressWarnings("resource")
        Scratch scratch = target.dialect().openScratch(target);
        System.out.println(scratch.connection().getCatalog());
        System.exit(0);
    }
}
