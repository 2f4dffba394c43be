// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

/** A table for each class, and one class on two tables. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@AttributeOverride(name = "number", column = @Column(name = "vehicle_number"))
public abstract class Vehicle extends Numbered {
    String plate;

    /** One that is only marked when it is deleted. */
    @Entity
    @SecondaryTable(
            name = "engines",
            pkJoinColumns = @PrimaryKeyJoinColumn(name = "car_number", referencedColumnName = "vehicle_number"),
            uniqueConstraints = @UniqueConstraint(name = "uq_engines_serial", columnNames = "serial"))
    @SecondaryRow(table = "engines", optional = false)
    @Table(name = "cars")
    public static class Car extends Vehicle {
        @Column(table = "engines")
        String serial;

        @Embedded
        @EmbeddedColumnNaming("own_%s")
        Size size;

        @Embedded
        @EmbeddedColumnNaming("trunk_%s")
        Size trunk;
    }

    /** One with no column of its own. */
    @Entity
    public static class Bicycle extends Vehicle {}

    /** What is embedded twice. */
    @Embeddable
    public record Size(int width, @Column(name = "up") Integer height) {}

    /** A table whose rows stay. */
    @Entity
    @SoftDelete(columnName = "live", strategy = SoftDeleteType.ACTIVE)
    public static class Accident extends Numbered {}
}

/** What is above entities. */
@MappedSuperclass
abstract class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long number;
}
