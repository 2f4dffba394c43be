// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the signals that want a process to end. The JDK has no supported way to do so but a shutdown hook, which runs
 * beside all other hooks when it is too late to go on; so its own class is asked by name, and done without where it is not.
 */
final class Signals {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    /** Ctrl-C, what stops a container, and a terminal that was closed. */
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");

    private Signals() {}

    /** Tells the listener the name of each signal, in a thread of its own. */
    static void hear(Consumer<String> listener) {
        for (String name : ENDING) {
            try {
                hear(name, listener);
            } catch (ReflectiveOperationException | IllegalArgumentException unknown) {
                // The JVM then ends the process by itself, as it does without this.
                log.debug("the signal {} cannot be heard here", name, unknown);
            }
        }
    }

    private static void hear(String name, Consumer<String> listener) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        InvocationHandler onSignal = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                listener.accept(name);
                return null;
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "listener of SIG" + name;
            };
        };
        Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, onSignal);
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (java.lang.reflect.InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        }
    }
}
