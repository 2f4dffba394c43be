// SPDX-License-Identifier: Apache-2.0

import ca.uhn.fhir.jpa.util.ISequenceValueMassager;
import ca.uhn.hapi.fhir.sql.hibernatesvc.HapiHibernateDialectSettingsService;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;

/** The services that HAPI FHIR's own session factory registers with Hibernate, and without which its entities cannot be mapped. */
public final class HapiServices implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addService(ISequenceValueMassager.class, new ISequenceValueMassager.NoopSequenceValueMassager());
        builder.addService(HapiHibernateDialectSettingsService.class, new HapiHibernateDialectSettingsService());
    }
}
