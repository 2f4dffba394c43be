// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.OffsetDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer thinks of a book. */
@Entity
@Table(
        name = "reviews",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_reviews_once",
                        columnNames = {"book_id", "customer_id"}))
public class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "book_id")
    private Book book;

    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @Column(nullable = false, check = @CheckConstraint(constraint = "stars between 1 and 5"))
    private short stars;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(nullable = false)
    private Visibility visibility = Visibility.PUBLIC;

    @Column(length = 4000)
    private String text;

    @Column(name = "written_at", nullable = false)
    private OffsetDateTime writtenAt;

    protected Review() {}

    public Review(Book book, Customer customer, int stars, OffsetDateTime writtenAt) {
        this.book = book;
        this.customer = customer;
        this.stars = (short) stars;
        this.writtenAt = writtenAt;
    }

    public Long id() {
        return id;
    }

    public void says(String text) {
        this.text = text;
    }

    public void isSeenBy(Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public String toString() {
        return stars + " stars for " + book.title() + " by " + customer + ", " + visibility + ", " + writtenAt + ": "
                + text;
    }

    /** Who sees a review. */
    public enum Visibility {
        PUBLIC,
        CUSTOMERS,
        STAFF
    }
}
