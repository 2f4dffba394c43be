// SPDX-License-Identifier: Apache-2.0
/**
 * Every word of a migration with every option, on every database: done, read back, undone, read back. Start at
 * {@code ConformanceIT}; whoever adds a word to the operations adds a case to the catalogue of its topic, and
 * {@code CatalogueTest} says which words still have none.
 */
package dev.limbeck.it.conformance;
