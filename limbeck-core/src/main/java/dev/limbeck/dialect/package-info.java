/**
 * What differs from one database to the next, behind one interface: {@link dev.limbeck.dialect.Dialect}. Each database
 * has one package below this one, with the same file names in each. Uses {@code schema}, {@code operation},
 * {@code diff} and {@code error}.
 */
@NullMarked
package dev.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
