// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import dev.limbeck.RenamedFrom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * What {@link RenamedFrom} says of entities and attributes, as tables and columns: a map with {@code kind}, {@code table},
 * {@code from} and {@code to} for each. Names that are made of a renamed one, such as {@code team_id} of {@code team},
 * are renamed with it. A name that was is given both as it is written and as the naming strategy would have it; what the
 * history has of them decides.
 */
final class MetadataRenames {
    private final PhysicalNamingStrategy naming;
    private final JdbcEnvironment environment;
    private final MetadataImplementor metadata;
    private final Set<Map<String, Object>> renames = new LinkedHashSet<>();

    private MetadataRenames(MetadataImplementor metadata) {
        Database database = metadata.getDatabase();
        this.metadata = metadata;
        this.naming = database.getPhysicalNamingStrategy();
        this.environment = database.getJdbcEnvironment();
    }

    static List<Map<String, Object>> of(MetadataImplementor metadata) {
        MetadataRenames renames = new MetadataRenames(metadata);
        metadata.getEntityBindings().forEach(renames::entity);
        return new ArrayList<>(renames.renames);
    }

    private void entity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (type == null) {
            return;
        }
        RenamedFrom renamed = type.getDeclaredAnnotation(RenamedFrom.class);
        if (renamed != null) {
            table(entity.getTable(), entity.getJpaEntityName(), renamed.value());
        }
        if (entity.getIdentifierProperty() != null) {
            attribute(entity.getIdentifierProperty(), type, entity);
        }
        if (entity.getIdentifier() instanceof Component id) {
            id.getProperties().forEach(property -> attribute(property, id.getComponentClass(), entity));
        }
        entity.getProperties().forEach(property -> attribute(property, type, entity));
    }

    /** The table of an entity, and those of its collections that are named after it. */
    private void table(Table table, String name, String old) {
        String now = physicalTable(name);
        for (Table each : tables()) {
            boolean own = each.equals(table);
            if (own || isCollectionOf(each, table)) {
                olds(each.getName(), now, old, true, own).forEach(was -> add("table", each, was, each.getName()));
                each.getColumns()
                        .forEach(column -> olds(column.getName(), physicalColumn(name), old, false, false)
                                .forEach(was -> add("column", each, was, column)));
            }
        }
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        metadata.getDatabase().getNamespaces().forEach(namespace -> tables.addAll(namespace.getTables()));
        return tables;
    }

    private boolean isCollectionOf(Table candidate, Table owner) {
        return metadata.getCollectionBindings().stream()
                .anyMatch(collection -> candidate.equals(collection.getCollectionTable())
                        && owner.equals(collection.getOwner().getTable()));
    }

    private void attribute(Property property, Class<?> holder, PersistentClass entity) {
        Value value = property.getValue();
        String old = Members.renamedFrom(holder, property.getName());
        if (old != null) {
            String now = physicalColumn(property.getName());
            if (value instanceof Collection collection) {
                collection(collection, now, old);
            } else {
                columns(value.getTable(), property.getColumns(), now, old);
            }
        }
        Members.renamedConstants(holder, property.getName())
                .forEach((now, was) -> values(value, holder, property, was, now));
        if (value instanceof Component embedded) {
            embedded.getProperties().forEach(part -> attribute(part, embedded.getComponentClass(), entity));
        }
    }

    /** A constant's name is a value of the column's own type, or of its check. */
    private void values(Value value, Class<?> holder, Property property, String was, String now) {
        Map<String, Object> type = new HashMap<>(MetadataKeys.table(value.getTable()));
        type.put("name", List.of(Members.type(holder, property.getName()), false));
        addValue(type, was, now);
        for (Column column : property.getColumns()) {
            addValue(
                    Map.of(
                            "schema",
                                    List.of(
                                            value.getTable().getName(),
                                            value.getTable().isQuoted()),
                            "name", List.of(column.getName(), column.isQuoted())),
                    was,
                    now);
        }
    }

    private void addValue(Map<String, Object> where, String was, String now) {
        renames.add(Map.of("kind", "value", "table", where, "from", List.of(was, true), "to", List.of(now, true)));
    }

    private void collection(Collection collection, String now, String old) {
        Table table = collection.getCollectionTable();
        if (table == null) {
            return;
        }
        if (!collection.isOneToMany()) {
            String name = table.getName();
            String suffix = "_" + now;
            if (name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT))) {
                String start = name.substring(0, name.length() - suffix.length());
                spellings(old, true).forEach(was -> add("table", table, start + "_" + was, name));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Selectable selectable : collection.getElement().getSelectables()) {
            if (selectable instanceof Column column) {
                columns.add(column);
            }
        }
        if (!collection.isOneToMany()) {
            columns(table, columns, now, old);
        }
    }

    private void columns(Table table, List<Column> columns, String now, String old) {
        boolean single = columns.size() == 1;
        for (Column column : columns) {
            olds(column.getName(), now, old, false, single).forEach(was -> add("column", table, was, column));
        }
    }

    /**
     * What a name was: the old one for the new one, or for it as the first part of the name. A name that does not follow
     * from the new one was given by hand, so the old name is the whole of it, where there is but one.
     */
    private Set<String> olds(String name, String now, String old, boolean table, boolean alone) {
        Set<String> olds = new LinkedHashSet<>();
        boolean derived = name.regionMatches(true, 0, now, 0, now.length())
                && (name.length() == now.length() || name.charAt(now.length()) == '_');
        String rest = derived ? name.substring(now.length()) : "";
        if (derived || alone) {
            spellings(old, table).forEach(was -> olds.add(was + rest));
            // The column itself may be named, not what it is made of.
            spellings(old, table).forEach(olds::add);
        }
        olds.remove(name);
        return olds;
    }

    private Set<String> spellings(String old, boolean table) {
        Set<String> spellings = new LinkedHashSet<>(List.of(table ? physicalTable(old) : physicalColumn(old)));
        spellings.add(old);
        return spellings;
    }

    private String physicalTable(String name) {
        return naming.toPhysicalTableName(Identifier.toIdentifier(name), environment)
                .getText();
    }

    private String physicalColumn(String name) {
        return naming.toPhysicalColumnName(Identifier.toIdentifier(name), environment)
                .getText();
    }

    private void add(String kind, Table table, String from, String to) {
        add(kind, table, from, table.isQuoted(), to);
    }

    private void add(String kind, Table table, String from, Column to) {
        add(kind, table, from, to.isQuoted(), to.getName());
    }

    private void add(String kind, Table table, String from, boolean quoted, String to) {
        renames.add(Map.of(
                "kind", kind,
                "table", MetadataKeys.table(table),
                "from", List.of(from, quoted),
                "to", List.of(to, quoted)));
    }
}
