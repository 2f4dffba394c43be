// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.mappings;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Time;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.hibernate.type.descriptor.java.CharacterJavaType;
import org.hibernate.type.descriptor.jdbc.DecimalJdbcType;

/** What a column can be. */
@Entity
@Table(
        name = "all_values",
        comment = "one of each",
        indexes = {
            @Index(name = "ix_values_name", columnList = "name desc, grade"),
            @Index(name = "ux_values_tiny", columnList = "tiny, tinier", unique = true)
        })
public class Values {
    /** An enum with values of its own. */
    public enum Grade {
        FIRST("1st"),
        SECOND("2nd");

        @EnumeratedValue
        final String value;

        Grade(String value) {
            this.value = value;
        }
    }

    @Id
    @UuidGenerator
    UUID id;

    @NaturalId
    @Column(length = 40)
    String code;

    @TenantId
    String tenant;

    @PartitionKey
    int part;

    @Nationalized
    @Column(length = 100)
    String name;

    @Enumerated(EnumType.STRING)
    Grade grade;

    DayOfWeek weekday;

    @Basic(optional = false)
    @Column(check = @CheckConstraint(name = "ck_values_small", constraint = "small > 0"))
    Short small;

    byte tiny;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Integer tinier;

    BigInteger huge;

    @Column(precision = 12, scale = 3, unique = true)
    BigDecimal price;

    float half;

    Double whole;

    @JavaType(CharacterJavaType.class)
    char letter;

    @JdbcType(DecimalJdbcType.class)
    Long counted;

    @Convert(converter = YesNoConverter.class)
    Boolean agreed;

    @ColumnDefault("true")
    @DialectOverride.ColumnDefault(dialect = MariaDBDialect.class, override = @ColumnDefault("false"))
    boolean shown;

    @Column(columnDefinition = "char(3) default 'abc' not null")
    String defined;

    @Column(length = 100_000)
    String chapter;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String book;

    @Column(length = 16)
    byte[] hash;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] picture;

    @Array(length = 7)
    @Column(length = 20)
    String[] tags;

    @Enumerated(EnumType.STRING)
    List<Grade> grades;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> document;

    @Column(secondPrecision = 0)
    LocalDateTime moment;

    @Column(secondPrecision = 3)
    LocalTime daily;

    OffsetTime shifted;

    Time older;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "sent_zone")
    OffsetDateTime sent;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    ZonedDateTime received;

    Duration lasting;

    Year built;

    ZoneId zone;

    TimeZone oldZone;

    Currency currency;

    Locale locale;

    URL page;

    InetAddress address;

    Class<?> kind;

    @Transient
    String forgotten;
}
