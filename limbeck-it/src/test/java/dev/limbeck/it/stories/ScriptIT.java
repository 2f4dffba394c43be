// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.stories;

import dev.limbeck.it.Stories;

/** The stories. They take longest, and the package's name lets them start first, so that the other tests run beside them. */
class ScriptIT extends Stories {}
