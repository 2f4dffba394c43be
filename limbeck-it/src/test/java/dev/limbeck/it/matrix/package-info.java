/**
 * Every type of every database with every kind of default, null or not, generated or counted, with a comment and without:
 * a column is created, changed in one property and back. Start at {@link dev.limbeck.it.matrix.Matrix}.
 */
package dev.limbeck.it.matrix;
