// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.renamed;

import dev.limbeck.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.List;

/** Was a customer, and nearly each attribute of it had another name. */
@Entity
@RenamedFrom("Customer")
public class Client extends Named {
    @Id
    long id;

    @RenamedFrom("mail")
    String emailAddress;

    @Column(name = "FULL_NAME")
    @RenamedFrom("title")
    String name;

    @ManyToOne
    @RenamedFrom("boss")
    Client manager;

    @Embedded
    Place place;

    @ElementCollection
    @RenamedFrom("labels")
    List<String> tags;

    @ManyToMany
    List<Client> friends;

    @Enumerated(EnumType.STRING)
    State state;

    /** A state, of which one had another name. */
    public enum State {
        NEW,
        @RenamedFrom("OLD")
        RETIRED
    }
}
