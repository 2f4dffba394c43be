// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.util.function.Supplier;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;
import org.jspecify.annotations.Nullable;

/**
 * The listeners and converters that entities name, made only when Hibernate needs one of them. In the application a
 * framework makes them, with what their constructors ask for, which nobody has here; and a schema needs hardly any.
 */
final class LazyBeans implements BeanContainer {

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
        return new LazyBean<>(type, () -> producer.produceBeanInstance(type));
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
        return new LazyBean<>(type, () -> producer.produceBeanInstance(name, type));
    }

    @Override
    public void stop() {}

    private static final class LazyBean<B> implements ContainedBean<B> {
        private final Class<B> type;
        private final Supplier<B> producer;
        private @Nullable B instance;

        LazyBean(Class<B> type, Supplier<B> producer) {
            this.type = type;
            this.producer = producer;
        }

        /** Not an override before Hibernate 7. */
        @Override
        public Class<B> getBeanClass() {
            return type;
        }

        @Override
        public B getBeanInstance() {
            if (instance == null) {
                instance = producer.get();
            }
            return instance;
        }
    }
}
