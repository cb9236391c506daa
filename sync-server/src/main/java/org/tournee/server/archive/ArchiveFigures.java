package org.tournee.server.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** What administrators see of the archive: operations that are lost, and what is held and not yet safe. */
@Singleton
final class ArchiveFigures implements MeterBinder {

    /** Asked for when a figure is: the database's own figures need the registry first. */
    private final Provider<Database> database;

    ArchiveFigures(Provider<Database> database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tournee.operations.lost", () -> count("""
                        select coalesce(sum(to_seq - from_seq + 1), 0) from stream_gap"""))
                .description("Operations that a restore lost and no phone has any more")
                .register(registry);
        Gauge.builder("tournee.operations.unarchived", () -> count("""
                        select coalesce(sum(s.last_op_seq - coalesce(d.op_seq, 0)), 0) from stream s
                        left join durable_stream d on d.org_id = s.org_id and d.stream_id = s.stream_id"""))
                .description("Operations that the database holds and the archive does not")
                .register(registry);
    }

    private long count(String query) {
        return database.get()
                .read(connection ->
                        Sql.first(connection, query, row -> row.getLong(1)).orElse(0L));
    }
}
