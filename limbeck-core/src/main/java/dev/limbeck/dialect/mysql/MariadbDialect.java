// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** MariaDB, 10.6 and newer: what it does not share with MySQL. */
public final class MariadbDialect extends MysqlDialect {

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String label() {
        return "MariaDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    @Override
    public Driver driver() {
        return new Driver("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.COMMENTS, Feature.SEQUENCES);
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        return operation.accept(new MariadbCompiler(this, current, false));
    }

    /**
     * A table that keeps its former rows refuses other columns otherwise: those rows then have them, too, as null.
     *
     * @see <a href="https://mariadb.com/kb/en/system-versioned-tables/#altering-history">altering history</a>
     */
    @Override
    String session() {
        return super.session() + ", system_versioning_alter_history = keep";
    }

    /** Since 10.6.2 it prepares whatever it knows: https://mariadb.com/kb/en/prepare-statement/. */
    @Override
    boolean canPrepare(String sql) {
        return true;
    }

    @Override
    MysqlReading reading() {
        return new MariadbReading();
    }
}
