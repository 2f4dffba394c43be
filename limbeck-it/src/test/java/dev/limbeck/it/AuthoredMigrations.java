// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The migrations that lie in an application's jars: change sets of Liquibase, and Flyway's files for PostgreSQL. */
final class AuthoredMigrations {
    private AuthoredMigrations() {}

    /** Their texts, by file or change set, in an order that is theirs. */
    static Map<String, String> of(List<Path> jars) throws IOException {
        Map<String, String> migrations = new LinkedHashMap<>();
        for (Path jar : jars) {
            try (FileSystem files = FileSystems.newFileSystem(jar);
                    Stream<Path> all = Files.walk(files.getPath("/"))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.matches("jpa-changelog-\\d.*\\.xml")) {
                        migrations.putAll(changeSets(Files.readString(file)));
                    } else if (name.matches("V\\d.*\\.sql") && !file.toString().matches(".*/(h2|ansi)/.*")) {
                        migrations.putIfAbsent(name, withoutComments(Files.readString(file)));
                    }
                }
            }
        }
        return migrations;
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("(?m)^--.*$\n?", "")
                        .strip() + "\n";
    }

    private static Map<String, String> changeSets(String xml) throws IOException {
        Map<String, String> sets = new LinkedHashMap<>();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            NodeList found = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getElementsByTagName("changeSet");
            for (int i = 0; i < found.getLength(); i++) {
                Element set = (Element) found.item(i);
                sets.put(
                        set.getAttribute("id"),
                        elements(set)
                                .filter(change -> !change.getTagName().matches("preConditions|validCheckSum|modifySql"))
                                .map(change -> line(change) + "\n")
                                .collect(Collectors.joining()));
            }
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
        return sets;
    }

    /** A change on one line: its kind, its attributes, and in parentheses what is in it. */
    private static String line(Element change) {
        StringJoiner line = new StringJoiner(" ");
        line.add(change.getTagName());
        for (int i = 0; i < change.getAttributes().getLength(); i++) {
            Node attribute = change.getAttributes().item(i);
            line.add(attribute.getNodeName() + "=" + attribute.getNodeValue());
        }
        String inner = elements(change).map(AuthoredMigrations::line).collect(Collectors.joining("; "));
        if (inner.isEmpty() && !change.getTextContent().isBlank()) {
            inner = change.getTextContent().strip().replaceAll("\\s+", " ");
        }
        return inner.isEmpty() ? line.toString() : line + " (" + inner + ")";
    }

    private static Stream<Element> elements(Element parent) {
        NodeList children = parent.getChildNodes();
        Stream.Builder<Element> elements = Stream.builder();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.build();
    }
}
