// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The persistence units that one {@code persistence.xml} declares; what it says of connections is left out. */
final class PersistenceXml {
    static final String RESOURCE = "META-INF/persistence.xml";

    /**
     * Properties that would connect to a database, or change one, while the script is written; and those that choose
     * what the application does with its schema.
     */
    private static final List<String> LEFT_OUT = List.of(
            "jakarta.persistence.jdbc.",
            "javax.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.schema-generation.",
            "jakarta.persistence.sql-load-script-source",
            "javax.persistence.sql-load-script-source",
            "hibernate.connection.",
            "hibernate.transaction.",
            "hibernate.hbm2ddl.auto",
            "hibernate.hbm2ddl.import_files");

    private PersistenceXml() {}

    /** A unit as written; its classes are those it lists. */
    record Declared(
            String name,
            List<String> providers,
            List<String> classes,
            List<String> mappingFiles,
            List<String> jarFiles,
            boolean excludeUnlisted,
            Map<String, String> properties,
            Path file) {

        /** The folder or jar that its {@code META-INF} stands in. */
        Path root() {
            Path folder = file.getParent();
            Path root = folder == null ? null : folder.getParent();
            return root == null ? file : root;
        }
    }

    static List<Declared> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return children(builder.parse(in).getDocumentElement(), "persistence-unit").stream()
                    .map(unit -> declared(unit, file))
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new MigrationException(
                    ErrorCode.MODELS_REJECTED,
                    "Cannot read " + file.toUri() + ": " + broken.getMessage() + "\nCorrect the file.",
                    broken);
        }
    }

    private static Declared declared(Element unit, Path file) {
        return new Declared(
                unit.getAttribute("name"),
                texts(unit, "provider"),
                texts(unit, "class"),
                texts(unit, "mapping-file"),
                texts(unit, "jar-file"),
                // the element alone, without a text, means true
                texts(unit, "exclude-unlisted-classes").stream().anyMatch(text -> !text.equals("false")),
                properties(unit),
                file);
    }

    private static Map<String, String> properties(Element unit) {
        Map<String, String> properties = new TreeMap<>();
        texts(unit, "validation-mode").forEach(mode -> properties.put("jakarta.persistence.validation.mode", mode));
        for (Element list : children(unit, "properties")) {
            for (Element property : children(list, "property")) {
                String name = property.getAttribute("name");
                if (LEFT_OUT.stream().noneMatch(name::startsWith)) {
                    String value = property.getAttribute("value");
                    properties.put(
                            name, value.isEmpty() ? property.getTextContent().strip() : value);
                }
            }
        }
        return properties;
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength()).forEach(index -> {
            Node child = parent.getChildNodes().item(index);
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        });
        return found;
    }
}
