// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.limbeck.operation.Definitions;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.TableElement;
import dev.limbeck.operation.TableOperations;
import dev.limbeck.schema.SequenceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue has a case for every word that a migration may be written with. */
class CatalogueTest {

    /** What other words are made of. */
    private static final Set<String> NO_WORDS = Set.of("invoke", "restore", "quote", "literal");

    private static final String SOURCES = sources();

    @Test
    void hasACaseForEachWordOfTheOperations() {
        Set<String> tried = Catalogue.all().stream().map(Case::word).collect(Collectors.toCollection(TreeSet::new));

        tried.addAll(Catalogue.ELSEWHERE.keySet());

        assertThat(words(Operations.class))
                .as("words of Operations; those without a case want one in the ...Cases class of their topic, next to"
                        + " CatalogueTest")
                .isSubsetOf(tried);
    }

    @Test
    void namesATestForEachWordThatNoCaseCanSay() {
        Catalogue.ELSEWHERE.forEach((word, test) ->
                assertThat(read(Path.of("..").resolve(test))).as(test).contains("op." + word + "("));
    }

    @Test
    void namesNoWordThatDoesNotExist() {
        assertThat(Catalogue.all()).extracting(Case::word).isSubsetOf(words(Operations.class));
    }

    @Test
    void triesEachWordOfABatch() {
        assertThat(words(TableOperations.class))
                .as("words of TableOperations; those missing want a case of batchAlterTable in TableCases")
                .allMatch(word -> SOURCES.contains("." + word + "("));
    }

    @Test
    void saysEachDefinition() {
        Set<String> definitions = Stream.of(Definitions.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(definitions)
                .as("words of Definitions; those missing want a case that uses them")
                .allMatch(word ->
                        Pattern.compile("\\b" + word + "\\(").matcher(SOURCES).find());
    }

    /** A builder's word gives a builder. */
    @Test
    void saysEachOptionOfTheBuilders() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.limbeck.operation", "dev.limbeck.schema");
        List<JavaClass> builders = classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getPackageName().equals("dev.limbeck.operation")
                        || type.isEquivalentTo(SequenceOptions.class))
                .filter(type -> !type.isAssignableTo(Operation.class))
                .toList();
        Set<String> options = builders.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(CatalogueTest::givesABuilder)
                .map(JavaMethod::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(options).contains("notNull", "using", "concurrently", "matchFull", "withCycle", "nullsFirst");
        assertThat(options)
                .as("options of the builders; those missing want a case that says them")
                .allMatch(option -> SOURCES.contains("." + option + "("));
    }

    private static boolean givesABuilder(JavaMethod method) {
        JavaClass result = method.getRawReturnType();
        return result.equals(method.getOwner()) || result.isAssignableTo(TableElement.class);
    }

    @Test
    void tellsItsCasesApart() {
        assertThat(Catalogue.all()).extracting(Case::toString).doesNotHaveDuplicates();
    }

    private static Set<String> words(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class
                        && !Modifier.isStatic(method.getModifiers())
                        && !NO_WORDS.contains(method.getName()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/limbeck/it/conformance"))) {
            return files.filter(file -> file.toString().matches(".*(Cases|Starts)\\.java"))
                    .map(CatalogueTest::read)
                    .collect(Collectors.joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
