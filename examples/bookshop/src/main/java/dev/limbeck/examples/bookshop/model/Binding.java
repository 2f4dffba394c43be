// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

/** How a book is bound; a type of its own where the database has such types. */
public enum Binding {
    HARDCOVER,
    PAPERBACK,
    EBOOK
}
