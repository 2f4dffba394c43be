// SPDX-License-Identifier: Apache-2.0
/**
 * What is said to a persistence provider. These classes are loaded by a class loader of their own, beside whichever
 * provider is used, and are called through types of the JDK only. They are compiled against the bundled Hibernate and
 * use of it what Hibernate 6.6 has with the same signatures. Internal.
 */
@NullMarked
package dev.limbeck.jpa.bridge;

import org.jspecify.annotations.NullMarked;
