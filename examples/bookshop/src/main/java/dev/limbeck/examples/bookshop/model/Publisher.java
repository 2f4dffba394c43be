// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A house that publishes books. */
@Entity
@Table(name = "publishers")
public class Publisher {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true, length = 120)
    private String name;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "seat_street"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "seat_postal_code", length = 12))
    @AttributeOverride(name = "city", column = @Column(name = "seat_city", length = 80))
    @AttributeOverride(name = "country", column = @Column(name = "seat_country", length = 2))
    private Address seat;

    protected Publisher() {}

    public Publisher(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void movesTo(Address address) {
        seat = address;
    }
}
