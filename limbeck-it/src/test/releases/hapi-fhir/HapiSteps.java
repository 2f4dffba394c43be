// SPDX-License-Identifier: Apache-2.0

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask.ExecutedStatement;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;

/** Brings a database to HAPI FHIR's release on the class path by its authors' own tasks, and prints the statements that ran. */
class HapiSteps {
    private static final DriverTypeEnum POSTGRESQL = DriverTypeEnum.POSTGRES_9_4;

    public static void main(String[] arguments) {
        var connection = POSTGRESQL.newConnectionProperties(arguments[0], arguments[1], "");
        var migrator = new HapiMigrator(
                SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME, connection.getDataSource(), POSTGRESQL);
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.setRunHeavyweightSkippableTasks(true);
        migrator.createMigrationTableIfRequired();
        String task = "";
        for (ExecutedStatement statement : migrator.migrate().executedStatements) {
            if (!statement.getSchemaVersion().equals(task)) {
                task = statement.getSchemaVersion();
                System.out.println("-- " + task);
            }
            System.out.println(statement.getSql() + ";");
        }
    }
}
