// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    PAID,
    SHIPPED,
    RETURNED
}
