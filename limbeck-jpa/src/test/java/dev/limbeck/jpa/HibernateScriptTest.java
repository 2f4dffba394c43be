// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import org.junit.jupiter.api.Test;

class HibernateScriptTest {
    @Test
    void peek() {
        for (var cp :
                java.util.List.of(java.util.List.of(ModelScripts.TEST_CLASSES), ModelScripts.with("hibernate-6.6")))
            for (var product : java.util.List.of(ModelScripts.POSTGRESQL, ModelScripts.SQLITE)) {
                for (String m : java.util.List.of("jpa:dev.limbeck.jpa.shop", "jpa:dev.limbeck.jpa.postgres")) {
                    long t = System.nanoTime();
                    var script = ModelScripts.script(m, product, cp, java.util.Map.of());
                    System.out.println("== " + m + product + (System.nanoTime() - t) / 1000000 + "ms");
                    script.statements().forEach(System.out::println);
                    script.additions().forEach(System.out::println);
                    System.out.println(script.notes());
                }
            }
    }
}
