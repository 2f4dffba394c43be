// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop.sub;

import dev.limbeck.jpa.shop.Customer;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Payment {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "payer_id", foreignKey = @ForeignKey(name = "fk_payment_payer"))
    Customer payer;

    @ManyToOne
    @JoinColumn(name = "witness_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Customer witness;

    @ManyToOne
    @JoinColumn(
            name = "guest_id",
            foreignKey =
                    @ForeignKey(
                            name = "fk_payment_guest",
                            foreignKeyDefinition =
                                    "foreign key (guest_id) references customers (id) on delete set null on update cascade"))
    Customer guest;
}
