// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.List;

/**
 * What an upgrade, a downgrade or a stamp did.
 *
 * @param from the heads of the database before
 * @param to its heads afterwards
 * @param ran the revisions that ran, in their order
 */
public record MoveResult(List<String> from, List<String> to, List<String> ran) {
    public MoveResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        ran = List.copyOf(ran);
    }
}
