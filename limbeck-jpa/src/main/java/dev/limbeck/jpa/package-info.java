// SPDX-License-Identifier: Apache-2.0
/**
 * The wanted schema from JPA entities: finds them in compiled classes and has the persistence provider write its own
 * script. Start at {@link dev.limbeck.jpa.JpaModels}. Nothing here touches a type of JPA or Hibernate; that is done in
 * {@code dev.limbeck.jpa.bridge}, which is loaded anew beside the application's provider.
 */
@NullMarked
package dev.limbeck.jpa;

import org.jspecify.annotations.NullMarked;
