// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Someone who writes books, perhaps under other names too. */
@Entity
@Table(name = "authors", indexes = @Index(name = "ix_authors_name", columnList = "last_name, first_name"))
@SequenceGenerator(name = "author_ids", sequenceName = "author_seq", initialValue = 1000, allocationSize = 20)
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_ids")
    private Long id;

    @Column(name = "first_name", length = 80)
    private String firstName;

    @Column(name = "last_name", length = 80, nullable = false)
    private String lastName;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Lob
    private String biography;

    @ElementCollection
    @CollectionTable(name = "author_pen_names", joinColumns = @JoinColumn(name = "author_id"))
    @Column(name = "pen_name", length = 160, nullable = false)
    private Set<String> penNames = new HashSet<>();

    protected Author() {}

    public Author(String firstName, String lastName) {
        this.firstName = firstName;
        this.lastName = lastName;
    }

    public Long id() {
        return id;
    }

    public void wasBornOn(LocalDate day) {
        bornOn = day;
    }

    public void tells(String life) {
        biography = life;
    }

    public void writesAs(String penName) {
        penNames.add(penName);
    }

    @Override
    public String toString() {
        return firstName == null ? lastName : firstName + " " + lastName;
    }
}
