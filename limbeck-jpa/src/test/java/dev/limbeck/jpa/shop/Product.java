// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.util.Set;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public class Product extends Audited {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_numbers")
    @SequenceGenerator(name = "product_numbers", sequenceName = "product_numbers", initialValue = 1000)
    Long id;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    @Lob
    String description;

    @Lob
    byte[] image;

    @Convert(converter = YesNo.class)
    Boolean onSale;

    @ManyToMany
    Set<Label> labels;
}
