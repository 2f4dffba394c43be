// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A book, bound or not. */
@Entity
@Table(name = "books", indexes = @Index(name = "ix_books_isbn", columnList = "isbn", unique = true))
@DiscriminatorValue("book")
public class Book extends Product {
    @Column(length = 13, nullable = false)
    private String isbn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Binding binding;

    private Integer pages;

    private List<String> languages;

    @Lob
    private byte[] cover;

    @ManyToOne(optional = false)
    @JoinColumn(name = "publisher_id")
    private Publisher publisher;

    @ManyToMany
    @JoinTable(
            name = "book_authors",
            joinColumns = @JoinColumn(name = "book_id"),
            inverseJoinColumns = @JoinColumn(name = "author_id"))
    private Set<Author> authors = new HashSet<>();

    protected Book() {}

    public Book(String title, BigDecimal price, String isbn, Binding binding, Publisher publisher) {
        super(title, price);
        this.isbn = isbn;
        this.binding = binding;
        this.publisher = publisher;
    }

    public void isWrittenBy(Author author) {
        authors.add(author);
    }

    public void isWrittenIn(List<String> languages) {
        this.languages = languages;
    }

    public void hasPages(int count) {
        pages = count;
    }

    public void looksLike(byte[] picture) {
        cover = picture;
    }
}
