// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        name = "customers",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_customers_region_number",
                        columnNames = {"region", "number"}),
        indexes = @Index(name = "ix_customers_last_name", columnList = "last_name"))
@SuppressWarnings("deprecation") // these annotations are what both 6.6 and 7 understand
@Check(name = "ck_customers_number", constraints = "number > 0")
@Comment("who buys")
public class Customer {
    enum Rank {
        NEW,
        LOYAL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    @Column(unique = true, nullable = false, length = 320)
    @Comment("lower case; unique")
    String email;

    @Column(name = "last_name")
    String lastName;

    String region;
    int number;
    UUID token;
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    Rank rank;

    @Enumerated(EnumType.ORDINAL)
    Rank formerRank;

    @ColumnDefault("'it''s; new'")
    String note;

    @Generated
    @Column(columnDefinition = "integer generated always as (number * 2) stored")
    int doubled;

    @Embedded
    Address address;

    @ElementCollection
    @CollectionTable(name = "customer_phones")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<String> phones;
}
