// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.operation.Operation;
import dev.limbeck.script.LocatedOperation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The operations of a revision as they pass, by their hashes: whether those that ran in an earlier run are the same now.
 * The hash over all of them decides; those of single ones tell which has changed, and are kept of the first only, so that
 * the journal's row does not grow without end.
 */
final class Trail {
    private static final int KEPT = 2000;
    private static final int LENGTH = 16;

    private final StringBuilder single = new StringBuilder();
    private String all = "";
    private int count;

    /** How many have passed. */
    int count() {
        return count;
    }

    String hash() {
        return all;
    }

    String operationHashes() {
        return single.toString();
    }

    /** The hash of one operation. */
    static String hash(LocatedOperation operation) {
        return sha256(text(operation));
    }

    void pass(LocatedOperation operation) {
        String hash = hash(operation);
        all = "sha256:" + sha256(all + hash);
        if (count < KEPT) {
            single.append(hash, 0, LENGTH);
        }
        count++;
    }

    /** Whether the operation that passed last differs from the one in its place of another trail's hashes. */
    boolean lastDiffersFrom(String operationHashes) {
        int from = (count - 1) * LENGTH;
        return count <= KEPT && !operationHashes.regionMatches(from, single.toString(), from, LENGTH);
    }

    private static String text(LocatedOperation located) {
        StringBuilder text = new StringBuilder(located.transactional() ? "" : "outside ");
        if (located.operation() instanceof Operation.Execute execute) {
            text.append(execute.sql());
            for (Object parameter : execute.parameters()) {
                text.append('\n').append(parameter.getClass().getName()).append(' ');
                text.append(parameter instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : parameter);
            }
            return text.toString();
        }
        return text.append(located.operation()).toString();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
