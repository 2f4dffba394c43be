// SPDX-License-Identifier: Apache-2.0
package dev.limbeck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity, or of an attribute of one, what it was called before, so that its table or column is renamed with
 * all that is in it rather than dropped and made anew. It means nothing any more once the rename is in the history, and
 * may stay or go.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /** The name of the entity or attribute that was, or of its table or column. */
    String value();
}
