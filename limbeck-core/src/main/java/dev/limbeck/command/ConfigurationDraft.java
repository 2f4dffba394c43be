// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configuration that fits a project. What was said wins over what was found; no password ends up in it. */
final class ConfigurationDraft {
    private static final String SOURCES = "src/main/java/";
    private static final Pattern PASSWORD = Pattern.compile("(?i)([?&;])password=([^&;]*)([&;]?)");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[^{}]*)?}");
    private static final String SPRING_PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    private final Project project;
    private final Map<String, String> said;
    private final ConfigurationText text;
    private final List<String> found = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();

    private ConfigurationDraft(Project project, Map<String, String> said) {
        this.project = project;
        this.said = said;
        this.text = new ConfigurationText(project.name());
    }

    static ConfigurationDraft of(Project project, Map<String, String> overrides) throws IOException {
        ConfigurationDraft draft = new ConfigurationDraft(project, overrides);
        draft.build();
        draft.database();
        draft.models();
        draft.revisions();
        draft.remaining();
        return draft;
    }

    List<String> found() {
        return found;
    }

    List<String> advice() {
        return advice;
    }

    String firstLocation() {
        return text.value(Options.LOCATIONS).split(",", 2)[0].strip();
    }

    private void build() {
        switch (project.build()) {
            case MAVEN -> found.add("Maven project " + project.name());
            case GRADLE -> found.add("Gradle project " + project.name());
            case NONE -> {}
        }
    }

    private void database() {
        Optional<String> spring = project.spring().value("spring.datasource.url");
        if (isSaid(Options.URL)) {
            url(saidValue(Options.URL), "As given to init.", "LIMBECK_PASSWORD");
        } else if (spring.isPresent()) {
            String file = project.spring().file();
            found.add("datasource " + Secrets.mask(spring.get()) + " in " + file);
            url(spring.get(), "As in " + file + ".", SPRING_PASSWORD);
            project.spring().value("spring.datasource.username").ifPresent(user -> set(Options.USER, user));
            project.spring().value("spring.datasource.password").ifPresent(this::password);
        } else {
            set(Options.URL, "jdbc:sqlite:" + project.name() + ".db");
            comment(Options.URL, "No datasource was found; a file will do to begin with.");
        }
    }

    private void url(String url, String origin, String passwordVariable) {
        Matcher matcher = PASSWORD.matcher(url);
        String safe = matcher.replaceAll(part -> part.group(3).isEmpty() ? "" : part.group(1));
        if (!safe.equals(url)) {
            matcher.reset();
            matcher.find();
            password(matcher.group(2), passwordVariable);
        }
        if (!Secrets.mask(safe).equals(safe)) {
            advice.add("The URL has a secret in it, which was not copied. Set LIMBECK_URL, or write limbeck.url.");
            comment(Options.URL, "It has a secret in it and was not copied: set LIMBECK_URL.");
            return;
        }
        set(Options.URL, safe);
        comment(Options.URL, origin);
        checkDialect(safe);
    }

    private void password(String value) {
        password(value, SPRING_PASSWORD);
    }

    /** Writes where the password is to be found, never the password. */
    private void password(String value, String variable) {
        if (value.isBlank()) {
            return;
        }
        Matcher reference = REFERENCE.matcher(value);
        String name = reference.matches() ? reference.group(1) : variable;
        set(Options.PASSWORD, "${" + name + "}");
        if (!reference.matches() || reference.group(2) != null) {
            advice.add("The password was not copied: set the environment variable " + name + ".");
        }
    }

    private void checkDialect(String url) {
        List<Dialect> dialects = Dialects.all();
        boolean open = url.startsWith("${");
        if (!open && dialects.stream().noneMatch(dialect -> dialect.accepts(url))) {
            advice.add("Limbeck does not know the database of " + url + ". It knows "
                    + String.join(", ", dialects.stream().map(Dialect::label).toList()) + ".");
        }
    }

    private void models() throws IOException {
        List<String> packages = project.sources().entityPackages();
        if (!packages.isEmpty()) {
            int count = project.sources().entityCount();
            found.add(count + (count == 1 ? " entity in " : " entities in ") + String.join(", ", packages));
        }
        if (!isSaid(Options.MODELS) && !packages.isEmpty()) {
            set(Options.MODELS, "jpa:" + String.join(",", Packages.outermost(packages)));
        } else if (!isSaid(Options.MODELS)) {
            comment(
                    Options.MODELS,
                    "No entities were found. Say where the wanted schema comes from, for example:\nlimbeck.models=jpa:com.example.model");
            adviseOnModels();
        }
        if (project.build() == Project.Build.MAVEN) {
            set(Options.CLASSPATH, "maven");
        } else if (project.build() == Project.Build.GRADLE) {
            set(Options.CLASSPATH, "build/classes/java/main,build/resources/main");
            advice.add("limbeck.classpath has the compiled classes only: add the jars that the entities need.");
        }
        if (project.isSpring()) {
            springNaming();
        }
    }

    private void adviseOnModels() throws IOException {
        List<String> modules = project.modulesWithEntities();
        if (!modules.isEmpty()) {
            advice.add("There are entities in the module" + (modules.size() == 1 ? " " : "s ")
                    + String.join(", ", modules) + ": limbeck init is at home there.");
        } else if (project.sources().javaxEntities() > 0) {
            advice.add("The entities use javax.persistence; Limbeck reads those of jakarta.persistence.");
        } else {
            advice.add("Set limbeck.models before the first revision --autogenerate.");
        }
    }

    /** Hibernate under Spring Boot names things in Spring's way, unless the application says otherwise. */
    private void springNaming() {
        Map<String, String> naming = project.spring().under("spring.jpa.hibernate.naming.");
        String physical = naming.get("physical-strategy");
        String implicit = naming.get("implicit-strategy");
        if (physical == null || implicit == null) {
            // the strategies that are named go first, and Spring's own stand for the other
            text.put("limbeck.jpa.spring-naming", "true");
        }
        putIfPresent("limbeck.jpa.hibernate.physical_naming_strategy", physical);
        putIfPresent("limbeck.jpa.hibernate.implicit_naming_strategy", implicit);
        project.spring().under("spring.jpa.properties.hibernate.").forEach((key, value) -> {
            if (shapesSchema(key)) {
                text.put("limbeck.jpa.hibernate." + key, value);
            }
        });
    }

    /** What Hibernate does to a running application is no business of the schema's. */
    private static boolean shapesSchema(String key) {
        return key.equals("default_schema")
                || key.equals("default_catalog")
                || key.startsWith("type.")
                || key.startsWith("mapping.")
                || key.startsWith("id.")
                || key.startsWith("globally_quoted_identifiers")
                || key.startsWith("timezone.")
                || key.endsWith("naming_strategy");
    }

    private void putIfPresent(String key, @Nullable String value) {
        if (value != null) {
            text.put(key, value);
        }
    }

    private void revisions() {
        boolean sql = "sql".equals(said.get(Options.REVISION_LANGUAGE.key()));
        boolean tree = project.sources().exists();
        String name = packageName();
        if (isSaid(Options.LOCATIONS)) {
            set(Options.LOCATIONS, saidValue(Options.LOCATIONS));
        } else if (sql) {
            set(Options.LOCATIONS, tree ? "src/main/resources/migrations" : "migrations");
        } else {
            set(Options.LOCATIONS, (tree ? SOURCES : "") + name.replace('.', '/'));
        }
        if (!sql) {
            set(Options.PACKAGE, name);
        }
    }

    /** The package that was said, or that a said folder means, or one below the application's. */
    private String packageName() {
        if (isSaid(Options.PACKAGE)) {
            return saidValue(Options.PACKAGE);
        }
        String location =
                said.getOrDefault(Options.LOCATIONS.key(), "").split(",", 2)[0].strip();
        if (location.startsWith(SOURCES)) {
            return location.substring(SOURCES.length()).replaceAll("/+$", "").replace('/', '.');
        }
        return project.basePackage().map(base -> base + ".migrations").orElse("migrations");
    }

    /** Whatever else was said stands in the file too, but for secrets. */
    private void remaining() {
        Set<String> settled = new HashSet<>(Set.of(Options.URL.key(), Options.LOCATIONS.key(), Options.PACKAGE.key()));
        for (Option<?> option : Options.all()) {
            if (option.secret() && isSaid(option)) {
                advice.add(option.key() + " was not written: set " + option.variable() + ".");
                settled.add(option.key());
            }
        }
        said.forEach((key, value) -> {
            if (!settled.contains(key) && !value.isBlank()) {
                text.put(key, value);
            }
        });
    }

    private boolean isSaid(Option<?> option) {
        return !said.getOrDefault(option.key(), "").isBlank();
    }

    private String saidValue(Option<?> option) {
        return said.getOrDefault(option.key(), "");
    }

    private void set(Option<?> option, String value) {
        text.put(option.key(), value);
    }

    private void comment(Option<?> option, String comment) {
        text.comment(option, comment);
    }

    String text() {
        return text.toString();
    }
}
