// SPDX-License-Identifier: Apache-2.0
package dev.limbeck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a {@link Migration} stands in the history. Its values are read from the source without compiling it, so they are
 * plain string literals.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    String id();

    /** The revisions that this one follows; none makes it a base, several a merge. */
    String[] downRevision() default {};

    String[] branchLabels() default {};

    /** Revisions of other branches that must have run before this one. */
    String[] dependsOn() default {};

    /** When the file was made, ISO 8601. */
    String createdAt() default "";

    /**
     * How long each change of the schema in it waits for a lock, such as {@code 500ms} or {@code 5s}, or {@code off};
     * otherwise {@code limbeck.ddl-lock-timeout} says it.
     */
    String lockTimeout() default "";

    /**
     * How long each of its statements may run, such as {@code 10m}, or {@code off}; otherwise
     * {@code limbeck.statement-timeout} says it.
     */
    String statementTimeout() default "";
}
