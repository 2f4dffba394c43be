// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Someone who buys. */
@Entity
@Table(name = "customers")
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Column(nullable = false, unique = true)
    private String email;

    @Column(length = 30)
    private String phone;

    @Column(name = "registered_at", nullable = false)
    private Instant registeredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> preferences = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "customer_addresses", joinColumns = @JoinColumn(name = "customer_id"))
    @OrderColumn(name = "position")
    private List<Address> addresses = new ArrayList<>();

    protected Customer() {}

    public Customer(String email, Instant registeredAt) {
        this.email = email;
        this.registeredAt = registeredAt;
    }

    public UUID id() {
        return id;
    }

    public void answers(String number) {
        phone = number;
    }

    public void prefers(String setting, String value) {
        preferences.put(setting, value);
    }

    public void livesAt(Address address) {
        addresses.add(address);
    }

    @Override
    public String toString() {
        return email + ", customer since " + registeredAt;
    }
}
