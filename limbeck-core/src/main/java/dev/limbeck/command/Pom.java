// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the little of a {@code pom.xml} that setting up a project needs. */
final class Pom {
    private Pom() {}

    static Optional<String> artifactId(Path pom) throws IOException {
        return children(root(pom), "artifactId").findFirst().map(Pom::text);
    }

    /** The folders of the modules that it lists, profiles aside. */
    static List<String> modules(Path pom) throws IOException {
        return children(root(pom), "modules")
                .flatMap(modules -> children(modules, "module"))
                .map(Pom::text)
                .toList();
    }

    private static Element root(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(pom + " is not a well-formed pom.xml: " + malformed.getMessage(), malformed);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
