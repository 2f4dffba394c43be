// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Spring Boot application's own settings say when no profile is active.
 *
 * @param file the file that names the datasource, as a person would write it; empty if none does
 * @param values by Spring's keys
 */
record SpringSettings(String file, Map<String, String> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}:]+)(:([^{}]*))?}");
    private static final List<String> FOLDERS = List.of("src/main/resources", "src/main/resources/config");
    private static final List<String> NAMES = List.of("application.properties", "application.yml", "application.yaml");

    private static final String DATASOURCE = "spring.datasource.url";

    static SpringSettings read(Path project) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String source = "";
        for (String folder : FOLDERS) {
            for (String name : NAMES) {
                Path file = project.resolve(folder).resolve(name);
                if (Files.isRegularFile(file)) {
                    Map<String, String> read = withoutProfiles(parse(name, text(file)));
                    boolean first = source.isEmpty() && read.containsKey(DATASOURCE);
                    source = first ? folder + "/" + name : source;
                    read.forEach(values::putIfAbsent);
                }
            }
        }
        return new SpringSettings(source, values);
    }

    /** A value as Limbeck's configuration writes it: placeholders of keys filled in, all others naming the environment. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(this::translate);
    }

    /** The entries under a prefix, without it. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), translate(value));
            }
        });
        return found;
    }

    /** Whether there are settings of Spring at all. */
    boolean exists() {
        return values.keySet().stream().anyMatch(key -> key.startsWith("spring."));
    }

    private String translate(String value) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        StringBuilder translated = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            String fallback = matcher.group(2) == null ? "" : matcher.group(2);
            String known = values.get(name);
            boolean plain = known != null && !known.contains("${");
            String replacement = plain ? known : "${" + variable(name) + fallback + "}";
            matcher.appendReplacement(translated, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(translated).toString();
    }

    /** The environment variable under which Spring looks for a key. */
    private static String variable(String name) {
        return name.matches("[A-Z0-9_]+")
                ? name
                : name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static List<Map<String, String>> parse(String name, String text) throws IOException {
        return name.endsWith(".properties") ? properties(text) : SimpleYaml.documents(text);
    }

    /** A line of {@code #---} starts another document, as it does for Spring. */
    private static List<Map<String, String>> properties(String text) throws IOException {
        List<Map<String, String>> documents = new ArrayList<>();
        for (String part : text.split("(?m)^[#!]---\\s*$", -1)) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(part));
            } catch (IllegalArgumentException escape) {
                throw new IOException("application.properties: " + escape.getMessage(), escape);
            }
            Map<String, String> document = new LinkedHashMap<>();
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(key -> document.put(key, properties.getProperty(key)));
            documents.add(document);
        }
        return documents;
    }

    /** Later documents win over earlier ones; those of a profile do not count. */
    private static Map<String, String> withoutProfiles(List<Map<String, String>> documents) {
        Map<String, String> merged = new LinkedHashMap<>();
        documents.stream()
                .filter(document -> !document.containsKey("spring.config.activate.on-profile"))
                .filter(document -> !document.containsKey("spring.profiles"))
                .forEach(merged::putAll);
        return merged;
    }

    /** Only keys and URLs matter here, so that a file in another encoding is read well enough. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
