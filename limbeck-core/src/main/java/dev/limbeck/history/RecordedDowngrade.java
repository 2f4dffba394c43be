// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way back from a revision as it was when the revision ran, kept in the database for the day on which its file is not
 * there.
 *
 * @param steps its operations, in order
 * @param reason why they are not known; empty if they are
 */
public record RecordedDowngrade(List<RecordedStep> steps, String reason) {
    public RecordedDowngrade {
        steps = List.copyOf(steps);
    }

    /**
     * An operation of it.
     *
     * @param line the line of the file that said it
     * @param transactional false where the file said that it runs outside of a transaction
     */
    public record RecordedStep(Operation operation, int line, boolean transactional) {}

    public static RecordedDowngrade unknown(String reason) {
        return new RecordedDowngrade(List.of(), reason);
    }

    /** The steps, or why they cannot be written down. */
    public static RecordedDowngrade of(List<RecordedStep> steps) {
        RecordedDowngrade recorded = new RecordedDowngrade(steps, "");
        try {
            recorded.json();
            return recorded;
        } catch (IllegalArgumentException unwritable) {
            return unknown(String.valueOf(unwritable.getMessage()));
        }
    }

    public boolean isKnown() {
        return reason.isEmpty();
    }

    String json() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (!isKnown()) {
            map.put("reason", reason);
            return Json.write(map);
        }
        map.put(
                "operations",
                OperationCodec.encode(
                        steps.stream().map(RecordedStep::operation).toList()));
        map.put("lines", steps.stream().map(RecordedStep::line).toList());
        map.put(
                "outsideTransaction",
                steps.stream().map(step -> !step.transactional()).toList());
        return Json.write(map);
    }

    /** What a row of the log says; a text that nobody can read any more is a way back that is not known. */
    static RecordedDowngrade of(String json) {
        try {
            Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(Json.read(json));
            if (map.get("reason") instanceof String reason) {
                return unknown(reason);
            }
            List<Operation> operations = OperationCodec.decode((List<?>) Objects.requireNonNull(map.get("operations")));
            List<?> lines = (List<?>) Objects.requireNonNull(map.get("lines"));
            List<?> outside = (List<?>) Objects.requireNonNull(map.get("outsideTransaction"));
            List<RecordedStep> steps = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                steps.add(new RecordedStep(
                        operations.get(i), ((Number) lines.get(i)).intValue(), !(Boolean) outside.get(i)));
            }
            return new RecordedDowngrade(steps, "");
        } catch (IllegalArgumentException | ClassCastException unreadable) {
            return unknown("this Limbeck cannot read what another one recorded: " + unreadable.getMessage());
        }
    }
}
