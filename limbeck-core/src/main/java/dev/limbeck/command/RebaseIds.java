// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ids of moving revisions: numbers count on, times do not run backwards, and what is taken is not taken again. */
final class RebaseIds {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final RevisionIds kind;
    private final Set<String> taken = new HashSet<>();
    private final ZonedDateTime now;
    private String below;

    RebaseIds(RevisionIds kind, RebaseScope scope, ZonedDateTime now) {
        this.kind = kind;
        this.now = now;
        this.below = scope.target().id();
        scope.staying().forEach(script -> taken.add(script.node().id()));
    }

    /** The new ids by the old ones, for revisions in the order in which they follow each other. */
    Map<String, String> of(List<RevisionScript> moving) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (RevisionScript script : moving) {
            String old = script.node().id();
            String id = mayStay(old) ? old : kind.next(taken, after(below));
            taken.add(id);
            ids.put(old, id);
            below = id;
        }
        return ids;
    }

    /** A number always counts on, so that none is left out; one that happens to be the next one comes out the same. */
    private boolean mayStay(String id) {
        boolean outOfOrder = switch (kind) {
            case HEX -> false;
            case ORDINAL -> kind.fits(id);
            case TIMESTAMP -> kind.fits(id) && kind.fits(below) && id.compareTo(below) <= 0;
        };
        return !taken.contains(id) && !outOfOrder;
    }

    private ZonedDateTime after(String id) {
        if (kind != RevisionIds.TIMESTAMP || !kind.fits(id)) {
            return now;
        }
        try {
            ZonedDateTime next =
                    LocalDateTime.parse(id, SECONDS).atZone(ZoneOffset.UTC).plusSeconds(1);
            return next.isAfter(now) ? next : now;
        } catch (DateTimeException noTime) {
            return now;
        }
    }
}
