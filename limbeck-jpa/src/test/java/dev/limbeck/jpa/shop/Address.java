// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
    String street;
    String city;
}
