package org.tournee.server.demo;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.Application;

/**
 * Starts a PostgreSQL of its own, the server on it and, the first time, makes the invented service.
 *
 * <p>Says on the standard output, a line each: {@code PROGRESS …}, {@code ACCOUNT <role> <login> <name>}, {@code
 * DATABASE <url>}, {@code PASSWORD …}, and last {@code READY <address>}. Ends with SIGTERM.
 */
public final class DemoServer {

    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);

    /** Written when the whole service is there: without it, a database is begun again. */
    private static final String COMPLETE = "complete";

    private static final String FILES = "postgresql";

    /** Set once the server is there, for whoever stops the process. */
    private static final AtomicReference<@Nullable ApplicationContext> CONTEXT = new AtomicReference<>();

    private DemoServer() {}

    /** Ends the process where it cannot start: its threads would keep it alive. */
    public static void main(String[] args) {
        try {
            start(DemoOptions.parse(args));
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            LOG.error("The demonstration does not start", e);
            System.exit(1);
        }
    }

    private static void start(DemoOptions options) throws IOException, SQLException, InterruptedException {
        Path data = options.data().toAbsolutePath();
        if (!Files.exists(data.resolve(COMPLETE))) {
            generate(options, data);
        }
        DemoDatabase database = DemoDatabase.start(data.resolve(FILES), true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop"));
        ApplicationContext context = context(options, data, database);
        CONTEXT.set(context);
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        Staff staff = DemoOrganisation.of(new Dice(options.seed()).split()).staff();
        staff.guides().forEach((role, member) -> sayAccount(role.name(), member));
        sayAccount("REPLACEMENT", staff.standIn());
        say("DATABASE " + database.url());
        say("PASSWORD " + DemoPeople.PASSWORD);
        say("READY http://localhost:" + server.getPort());
    }

    /** Makes the whole service over a database of its own, which is begun again if this does not end. */
    private static void generate(DemoOptions options, Path data)
            throws IOException, SQLException, InterruptedException {
        DemoDatabase.stopOrphan(data.resolve(FILES));
        delete(data);
        Files.createDirectories(data);
        try (DemoDatabase database = DemoDatabase.start(data.resolve(FILES), false);
                ApplicationContext context = context(options, data, database)) {
            Clock clock = context.getBean(Clock.class);
            new DemoGenerator(context.getBean(Doors.class), database.dataSource(), clock.instant(), options)
                    .generate(line -> say("PROGRESS " + line));
        }
        Files.writeString(data.resolve(COMPLETE), "seed " + options.seed() + "\n");
    }

    private static ApplicationContext context(DemoOptions options, Path data, DemoDatabase database) {
        ApplicationContextBuilder builder = ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .properties(properties(options, data, database));
        options.ahead().map(DemoClock::bean).ifPresent(builder::beanDefinitions);
        return builder.start();
    }

    private static Map<String, Object> properties(DemoOptions options, Path data, DemoDatabase database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.server.port", options.port() == 0 ? -1 : options.port());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", "postgres");
        properties.put("datasources.default.password", "");
        properties.put("tournee.master-key-file", data.resolve("master.key").toString());
        properties.put("tournee.master-key-create", true);
        properties.put("tournee.documents.folder", data.resolve("documents").toString());
        properties.put(
                "tournee.access.secret-file", data.resolve("access.secret").toString());
        properties.put("tournee.access.create-secret", true);
        properties.put("tournee.access.secure-cookie", false);
        if (Files.exists(data.resolve(COMPLETE))) { // what is invented needs no archive
            properties.put("tournee.archive-directory", data.resolve("archive").toString());
        }
        return properties;
    }

    private static void sayAccount(String role, Staff.Member member) {
        say("ACCOUNT " + role + " " + member.login() + " " + member.name());
    }

    /** The protocol with whoever started this process, not a log. */
    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }

    private static void stop(DemoDatabase database) {
        ApplicationContext context = CONTEXT.get();
        if (context != null) {
            context.close();
        }
        try {
            database.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
