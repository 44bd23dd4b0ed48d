package io.heliograph.core.database.store;

import io.heliograph.core.inventory.EntityContribution;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.SqlTypes;

/** Makes the session factory out of what the features contribute. */
public final class SessionFactories {
    private SessionFactories() {}

    /** A factory over {@code pool} that knows the entities of all {@code contributions}. */
    public static SessionFactory build(DataSource pool, List<EntityContribution> contributions) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        configuration.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
        configuration.setProperty("jakarta.persistence.validation.mode", "none");
        configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "none");
        configuration.setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
        configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "50");
        configuration.setProperty(AvailableSettings.ORDER_INSERTS, "false");
        configuration.setProperty(AvailableSettings.QUERY_STARTUP_CHECKING, "false");
        // Every failure is thrown; its second copy in the log could show a value ("Duplicate entry ...").
        configuration.setProperty(AvailableSettings.LOG_JDBC_ERRORS, "false");
        // 16 bytes, most significant first: ordered by time in every version, unlike the server's own uuid type.
        configuration.setProperty(AvailableSettings.PREFERRED_UUID_JDBC_TYPE, Integer.toString(SqlTypes.BINARY));
        for (EntityContribution contribution : contributions) {
            contribution.entities().forEach(configuration::addAnnotatedClass);
        }
        return configuration.buildSessionFactory();
    }
}
