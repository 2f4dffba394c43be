// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/** A shelf of the shop, and the shelves within it. */
@Entity
@Table(
        name = "categories",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_categories_parent_name",
                        columnNames = {"parent_id", "name"}))
@TableGenerator(
        name = "category_ids",
        table = "id_blocks",
        pkColumnName = "block",
        valueColumnName = "next_id",
        pkColumnValue = "category",
        allocationSize = 10)
public class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "category_ids")
    private Long id;

    @Column(nullable = false, length = 60)
    private String name;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private Category parent;

    @OneToMany(mappedBy = "parent")
    private List<Category> children = new ArrayList<>();

    protected Category() {}

    public Category(String name, Category parent) {
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public Long id() {
        return id;
    }

    public List<Category> children() {
        return children;
    }
}
