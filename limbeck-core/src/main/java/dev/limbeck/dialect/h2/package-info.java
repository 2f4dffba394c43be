/**
 * What is particular to H2, 2.3 and newer, in its own mode and in that of PostgreSQL. How names are written and found
 * again is the one thing to know first: see {@link dev.limbeck.dialect.h2.H2Names}. Start at
 * {@link dev.limbeck.dialect.h2.H2Dialect}.
 */
@NullMarked
package dev.limbeck.dialect.h2;

import org.jspecify.annotations.NullMarked;
