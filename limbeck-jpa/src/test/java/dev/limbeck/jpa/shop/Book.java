// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.Entity;

@Entity
public class Book extends Product {
    String isbn;
}
