// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.models.ModelRequest.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a provider's refusal means: its own reason first, then where, then what to do. */
record Rejection(Unit unit, Product product, @Nullable String hibernateVersion, boolean communityDialects) {
    private static final Pattern TOO_OLD = Pattern.compile("[3-5]\\..*|6\\.[0-5]\\..*");
    private static final String OLDEST = "Limbeck works with Hibernate ORM 6.6 and later.";

    MigrationException explain(Throwable failure) {
        List<Throwable> chain = chain(failure);
        String reason = reason(chain);
        return new MigrationException(
                ErrorCode.MODELS_REJECTED, reason + "\n" + where(chain, reason) + "\n" + advice(chain), failure);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    /** What the provider says last; what a class of the JDK says, a null pointer, means nothing without it. */
    private static String reason(List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        String message = root.getMessage();
        if (root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError) {
            return "The class " + String.valueOf(message).replace('/', '.') + " is not on the class path.";
        }
        for (int last = chain.size() - 1; last >= 0; last--) {
            String said = chain.get(last).getMessage();
            if (said != null
                    && !said.isBlank()
                    && !chain.get(last).getClass().getName().startsWith("java.")) {
                return said.strip();
            }
        }
        return message == null || message.isBlank() ? root.toString() : message.strip();
    }

    private String where(List<Throwable> chain, String reason) {
        String place = "limbeck.models=" + unit.setting() + ", mapped by " + provider() + " for " + product.name();
        return culprit(chain)
                .filter(name -> !reason.contains(name))
                .map(name -> "In " + name + " (" + place + ").")
                .orElse("(" + place + ")");
    }

    private String provider() {
        return hibernateVersion == null ? "its persistence provider" : "Hibernate ORM " + hibernateVersion;
    }

    /** The class that failed itself, or that a message names: the longest, as one name may begin another. */
    private Optional<String> culprit(List<Throwable> chain) {
        Optional<String> running = chain.stream()
                .flatMap(each -> Stream.of(each.getStackTrace()))
                .map(StackTraceElement::getClassName)
                .filter(unit.classes()::contains)
                .findFirst();
        return running.or(() -> unit.classes().stream()
                .filter(name -> chain.stream()
                        .anyMatch(each -> String.valueOf(each.getMessage()).contains(name)))
                .max(Comparator.comparing(String::length)));
    }

    private String advice(List<Throwable> chain) {
        if (hibernateVersion != null && TOO_OLD.matcher(hibernateVersion).matches()) {
            return OLDEST + " Use a newer one for the project, or for limbeck.classpath alone.";
        }
        if (lacksDialect(chain)) {
            return "Hibernate has the dialect of " + product.name()
                    + " in another jar. Add it to the project, in the version of its Hibernate:\n"
                    + "  <dependency><groupId>org.hibernate.orm</groupId>"
                    + "<artifactId>hibernate-community-dialects</artifactId><version>" + hibernateVersion
                    + "</version></dependency>";
        }
        if (chain.stream().anyMatch(IncompatibleClassChangeError.class::isInstance)) {
            return "Two versions of a library do not fit together on limbeck.classpath. " + OLDEST;
        }
        if (chain.stream().anyMatch(each -> each instanceof LinkageError || each instanceof ClassNotFoundException)) {
            return "Add what is missing to the project's dependencies, or to limbeck.classpath.";
        }
        return "Correct the mapping, compile, and run again.";
    }

    private boolean lacksDialect(List<Throwable> chain) {
        return hibernateVersion != null
                && !communityDialects
                && chain.stream()
                        .anyMatch(each -> String.valueOf(each.getMessage()).contains("Unable to determine Dialect"));
    }
}
