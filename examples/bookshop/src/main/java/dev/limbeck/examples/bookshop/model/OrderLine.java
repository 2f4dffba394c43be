// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One product of an order. */
@Entity
@Table(name = "order_lines", check = @CheckConstraint(name = "ck_order_lines_quantity", constraint = "quantity > 0"))
public class OrderLine {
    @EmbeddedId
    private Key key;

    @MapsId("orderId")
    @ManyToOne
    @JoinColumn(name = "order_id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Order order;

    @MapsId("productId")
    @ManyToOne
    @JoinColumn(name = "product_id")
    private Product product;

    @Column(nullable = false)
    private int quantity;

    protected OrderLine() {}

    OrderLine(Order order, Product product, int quantity) {
        this.key = new Key(order.id(), product.id());
        this.order = order;
        this.product = product;
        this.quantity = quantity;
    }

    @Override
    public String toString() {
        return quantity + " × " + product.title() + " in order " + order.id() + " " + key;
    }

    /** An order has a product once. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private Long orderId;
        private Long productId;

        protected Key() {}

        Key(Long orderId, Long productId) {
            this.orderId = orderId;
            this.productId = productId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key
                    && Objects.equals(orderId, ((Key) other).orderId)
                    && Objects.equals(productId, ((Key) other).productId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderId, productId);
        }
    }
}
