// SPDX-License-Identifier: Apache-2.0
/**
 * What git knows of the revision files, asked of its command line; nothing is ever written to it. Start with
 * {@link dev.limbeck.git.Repository}.
 */
@NullMarked
package dev.limbeck.git;

import org.jspecify.annotations.NullMarked;
