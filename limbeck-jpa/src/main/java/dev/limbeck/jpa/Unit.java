// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is to map.
 *
 * @param setting the setting that asked for it, for messages
 * @param name the unit's name
 * @param provider the class of the provider that it insists on, if it does
 * @param classes the managed classes and annotated packages
 * @param mappingFiles its XML mapping files, as resources
 * @param properties what its {@code persistence.xml} sets
 * @param root the URL of the folder or jar it stands in
 */
record Unit(
        String setting,
        String name,
        @Nullable String provider,
        List<String> classes,
        List<String> mappingFiles,
        Map<String, String> properties,
        String root) {

    /** The same in types of the JDK, for the bridge. */
    Map<String, Object> toMap() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("classes", classes);
        values.put("mappingFiles", mappingFiles);
        values.put("properties", properties);
        values.put("root", root);
        if (provider != null) {
            values.put("provider", provider);
        }
        return values;
    }
}
