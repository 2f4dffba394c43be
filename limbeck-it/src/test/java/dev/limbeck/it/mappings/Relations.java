// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.mappings;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.Parent;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;

/** How entities belong together. */
public final class Relations {
    private Relations() {}

    /** A key in a map. */
    public enum Language {
        DUTCH,
        FRISIAN
    }

    /** One to refer to, by its key and by another column. */
    @Entity
    @Table(name = "places")
    public static class Place {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Column(unique = true, length = 8)
        String postcode;
    }

    /** A key of a number and of what another entity is known by. */
    @Entity
    @IdClass(SeatId.class)
    public static class Seat {
        @Id
        int number;

        @Id
        @ManyToOne
        @JoinColumn(name = "place_id", foreignKey = @ForeignKey(name = "fk_seat_place"))
        Place place;
    }

    /** What {@link Seat} is known by. */
    public record SeatId(int number, UUID place) {}

    /** Where somebody is, with the one to whom it belongs. */
    @Embeddable
    public static class Stay {
        @Parent
        Guest guest;

        @ManyToOne
        Place place;

        int nights;
    }

    /** All other relations, to one and to many. */
    @Entity
    public static class Guest {
        @Id
        @GeneratedValue(strategy = GenerationType.AUTO)
        Integer id;

        @ManyToOne
        @JoinColumn(name = "postcode", referencedColumnName = "postcode")
        Place home;

        @ManyToOne
        @JoinColumn(name = "birthplace", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Place birthplace;

        @ManyToOne
        @NotFound(action = NotFoundAction.IGNORE)
        Place lastSeen;

        @ManyToOne
        @JoinColumnOrFormula(formula = @JoinFormula(value = "postcode", referencedColumnName = "postcode"))
        Place computed;

        @OneToOne(cascade = CascadeType.ALL, optional = false)
        Seat seat;

        @Embedded
        @AttributeOverride(name = "nights", column = @Column(name = "last_nights"))
        @AssociationOverride(name = "place", joinColumns = @JoinColumn(name = "last_place"))
        Stay last;

        @ElementCollection
        @CollectionTable(name = "guest_stays")
        Set<Stay> stays;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        @MapKeyColumn(name = "spoken", length = 20)
        @Column(name = "word", nullable = false)
        Map<Language, String> words;

        @ElementCollection
        @MapKeyJdbcTypeCode(SqlTypes.SMALLINT)
        Map<Integer, Double> ratings;

        @ElementCollection
        @OrderColumn(name = "place_in_line")
        @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
        List<String> wishes;

        @ElementCollection
        @CollectionId(column = @Column(name = "note_id"), generator = "increment")
        @CollectionIdJavaClass(idType = Long.class)
        Collection<String> notes;

        @ManyToMany
        @JoinTable(name = "guest_hosts", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        @MapKeyJoinColumn(name = "at_place")
        Map<Place, Guest> hosts;

        @OneToMany
        @JoinColumn(name = "guest_id")
        List<Seat> reserved;

        @Any
        @AnyKeyJavaClass(Integer.class)
        @AnyDiscriminatorValue(discriminator = "G", entity = Guest.class)
        @Column(name = "payer_type", length = 1)
        @JoinColumn(name = "payer_id")
        Object payer;

        @ManyToAny
        @AnyKeyJavaClass(UUID.class)
        @AnyDiscriminatorValue(discriminator = "P", entity = Place.class)
        @Column(name = "favourite_type")
        @JoinTable(
                name = "guest_favourites",
                joinColumns = @JoinColumn(name = "guest_id"),
                inverseJoinColumns = @JoinColumn(name = "favourite_id"))
        Set<Object> favourites;
    }

    /** What is no table. */
    @Entity
    @View(query = "select postcode, count(*) as residents from places group by postcode")
    public static class Crowd {
        @Id
        String postcode;

        long residents;
    }
}
