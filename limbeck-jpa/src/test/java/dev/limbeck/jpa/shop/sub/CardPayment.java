// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop.sub;

import jakarta.persistence.Entity;

@Entity
public class CardPayment extends Payment {
    String cardNumber;
}
