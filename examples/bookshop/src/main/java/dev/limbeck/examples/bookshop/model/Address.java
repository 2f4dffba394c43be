// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a person lives or a company sits. */
@Embeddable
public class Address {
    @Column(nullable = false)
    private String street;

    @Column(name = "postal_code", length = 12, nullable = false)
    private String postalCode;

    @Column(length = 80, nullable = false)
    private String city;

    @Column(length = 2, nullable = false)
    private String country;

    protected Address() {}

    public Address(String street, String postalCode, String city, String country) {
        this.street = street;
        this.postalCode = postalCode;
        this.city = city;
        this.country = country;
    }

    @Override
    public String toString() {
        return street + ", " + postalCode + " " + city + ", " + country;
    }
}
