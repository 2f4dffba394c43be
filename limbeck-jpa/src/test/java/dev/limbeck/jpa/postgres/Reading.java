// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Reading {
    enum Unit {
        CELSIUS,
        KELVIN
    }

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Enumerated(EnumType.STRING)
    Unit unit;

    int[] series;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> origin;
}
