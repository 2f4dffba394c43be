// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
public class Label {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "labels")
    @TableGenerator(name = "labels", table = "id_counters", initialValue = 7)
    Long id;

    String text;
}
