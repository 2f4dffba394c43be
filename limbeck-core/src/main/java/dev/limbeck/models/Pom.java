// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a {@code pom.xml} says of other files.
 *
 * @param parent where its parent would be on disk; null when it has none, or says that it is not there
 * @param modules the {@code pom.xml} of each module, those of profiles as well
 */
record Pom(@Nullable Path parent, List<Path> modules) {

    static Pom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element project = builder.parse(file.toFile()).getDocumentElement();
            return new Pom(parent(project, file), modules(project, file));
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot read " + file + ": " + broken.getMessage() + "\nCorrect the file.",
                    broken);
        }
    }

    private static @Nullable Path parent(Element project, Path file) {
        NodeList children = project.getChildNodes();
        for (int index = 0; index < children.getLength(); index++) {
            if (children.item(index) instanceof Element parent
                    && parent.getTagName().equals("parent")) {
                NodeList said = parent.getElementsByTagName("relativePath");
                String path = said.getLength() == 0 ? "../pom.xml" : text(said, 0);
                return path.isEmpty() ? null : pomAt(file.resolveSibling(path));
            }
        }
        return null;
    }

    private static List<Path> modules(Element project, Path file) {
        List<Path> modules = new ArrayList<>();
        NodeList lists = project.getElementsByTagName("modules");
        for (int list = 0; list < lists.getLength(); list++) {
            NodeList names = ((Element) lists.item(list)).getElementsByTagName("module");
            for (int name = 0; name < names.getLength(); name++) {
                modules.add(pomAt(file.resolveSibling(text(names, name))));
            }
        }
        return List.copyOf(modules);
    }

    private static Path pomAt(Path path) {
        return (Files.isDirectory(path) ? path.resolve("pom.xml") : path).normalize();
    }

    private static String text(NodeList elements, int index) {
        return elements.item(index).getTextContent().strip();
    }
}
