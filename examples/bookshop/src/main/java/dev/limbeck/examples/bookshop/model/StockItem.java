// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.annotations.ColumnDefault;

/** How many pieces of a product lie in the store, and how they are refilled. */
@Entity
@Table(name = "stock")
public class StockItem {
    @Id
    private Long productId;

    @MapsId
    @OneToOne
    @JoinColumn(name = "product_id")
    private Product product;

    @ColumnDefault("0")
    @Column(nullable = false)
    private int pieces;

    @ColumnDefault("true")
    @Column(name = "order_more", nullable = false)
    private boolean orderMore = true;

    @ColumnDefault("'main store'")
    @Column(length = 40, nullable = false)
    private String place = "main store";

    private Double weight;

    @Column(name = "counted_at")
    private LocalTime countedAt;

    @Column(name = "delivery_time")
    private Duration deliveryTime;

    protected StockItem() {}

    public StockItem(Product product, Duration deliveryTime) {
        this.product = product;
        this.deliveryTime = deliveryTime;
    }

    public Long productId() {
        return productId;
    }

    public void count(int found, LocalTime when) {
        pieces = found;
        countedAt = when;
    }

    public void weighs(double kilograms) {
        weight = kilograms;
    }

    public void runsOut() {
        orderMore = false;
    }

    @Override
    public String toString() {
        return pieces + " × " + product.title() + " in " + place + (weight == null ? "" : ", " + weight + " kg each")
                + (orderMore ? ", more in " + deliveryTime : "") + (countedAt == null ? "" : ", counted " + countedAt);
    }
}
