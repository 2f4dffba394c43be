// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

/** Anything that the shop sells. */
@Entity
@Table(
        name = "products",
        comment = "everything the shop sells, one row each",
        check = @CheckConstraint(name = "ck_products_price", constraint = "price >= 0"))
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 20)
public abstract class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String title;

    @Column(precision = 10, scale = 2, nullable = false, comment = "net, in euros")
    private BigDecimal price;

    @ColumnDefault("0")
    @Column(name = "discount_percent", nullable = false)
    private int discountPercent;

    @GeneratedColumn("price * (100 - discount_percent) / 100")
    @Column(name = "selling_price", precision = 10, scale = 2)
    private BigDecimal sellingPrice;

    @ManyToMany
    @JoinTable(
            name = "product_categories",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    private Set<Category> categories = new HashSet<>();

    protected Product() {}

    protected Product(String title, BigDecimal price) {
        this.title = title;
        this.price = price;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public void discountBy(int percent) {
        discountPercent = percent;
    }

    /** The price with its discount, as the database computes it. */
    public BigDecimal sellingPrice() {
        return sellingPrice;
    }

    public void standsUnder(Category category) {
        categories.add(category);
    }
}
