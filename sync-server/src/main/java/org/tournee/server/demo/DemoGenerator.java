package org.tournee.server.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.demo.FieldWork.Saved;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Opening;
import org.tournee.server.sync.PushResult;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/** Makes the whole service from a seed, through the doors that everybody uses. */
final class DemoGenerator {

    private static final int OPENINGS_AT_ONCE = 50;
    /** With some 600 bytes each, far below the largest push. */
    private static final int OPERATIONS_AT_ONCE = 400;

    private static final Duration REPLACED_FOR = Duration.ofDays(10);
    private static final ZoneId ZONE = ZoneId.of(DemoOrganisation.ZONE);

    private final Doors doors;
    private final DataSource database;
    private final Instant now;
    private final int caseload;
    private final Dice dice;
    private final DemoOrganisation organisation;
    private final AtomicLong operations = new AtomicLong();

    DemoGenerator(Doors doors, DataSource database, Instant now, DemoOptions options) {
        this.doors = doors;
        this.database = database;
        this.now = now;
        this.caseload = options.caseload();
        this.dice = new Dice(options.seed());
        this.organisation = DemoOrganisation.of(dice.split());
    }

    DemoOrganisation organisation() {
        return organisation;
    }

    /**
     * Makes everything.
     *
     * @param progress is told after each site
     * @throws IllegalStateException when the server takes an operation otherwise than as written
     */
    void generate(Consumer<String> progress) throws SQLException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Instant beginning = today.minusYears(CaseFiles.YEARS)
                .minusDays(1)
                .atStartOfDay(ZONE)
                .toInstant();
        RightsCatalogue catalogue = ShippedCatalogue.FR.catalogue();
        OrganisationTables tables =
                new OrganisationTables(database, organisation.id().value());
        new DemoPeople(doors, tables, organisation).found(catalogue, beginning);
        doors.registers().keepUp(organisation.id(), now);
        DemoReception reception = new DemoReception(organisation, ZONE, now);
        Caseloads caseloads = new Caseloads(organisation, new CaseFiles(catalogue, today), caseload);
        String epoch = tables.epoch();
        int dossiers = 0;
        for (DemoSite site : DemoSite.values()) {
            List<CaseFile> files = caseloads.of(site, dice.split());
            open(files);
            List<FieldWork> work = new ArrayList<>(FieldWork.in(files, now));
            doors.registers()
                    .of(organisation.id(), organisation.plan(site).id(), today)
                    .ifPresent(register -> reception.addTo(work, site, register, dice.split()));
            pushAll(work, epoch, beginning);
            files.forEach(this::replace);
            dossiers += files.size();
            progress.accept("%s : %d dossiers ouverts, %d opérations en tout"
                    .formatted(site.label, dossiers, operations.get()));
        }
    }

    private void open(List<CaseFile> files) {
        Actor service = Actor.service(organisation.id());
        List<Opening> openings = files.stream().map(CaseFile::opening).toList();
        for (int from = 0; from < openings.size(); from += OPENINGS_AT_ONCE) {
            doors.openDossier()
                    .openAll(service, openings.subList(from, Math.min(openings.size(), from + OPENINGS_AT_ONCE)));
        }
    }

    private void replace(CaseFile file) {
        Actor service = Actor.service(organisation.id());
        file.replacements()
                .forEach(term ->
                        doors.assignments().assign(service, file.opening().id(), term, now.minus(REPLACED_FOR)));
    }

    /** Each phone sends in its own order, several at a time. */
    private void pushAll(List<FieldWork> work, String epoch, Instant beginning) throws InterruptedException {
        List<Callable<Void>> phones = new ArrayList<>();
        for (FieldWork one : work) {
            StreamId stream = doors.streams()
                    .enrol(organisation.id(), one.worker(), "Téléphone de démonstration", new byte[0], beginning);
            DemoPhone phone = new DemoPhone(stream, epoch, dice.split());
            phones.add(() -> {
                send(phone, one.saved());
                return null;
            });
        }
        try (ExecutorService several =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> done : several.invokeAll(phones)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demonstration could not be made", e.getCause());
        }
    }

    private void send(DemoPhone phone, List<Saved> all) {
        List<byte[]> lines = new ArrayList<>();
        Instant receivedAt = now;
        for (Saved saved : all) {
            boolean another = !saved.receivedAt().equals(receivedAt);
            if (!lines.isEmpty() && (another || lines.size() + saved.together().size() > OPERATIONS_AT_ONCE)) {
                push(phone.stream(), lines, receivedAt);
                lines = new ArrayList<>();
            }
            receivedAt = saved.receivedAt();
            lines.addAll(phone.save(saved.dossier(), saved.together()));
        }
        push(phone.stream(), lines, receivedAt);
    }

    private void push(StreamId stream, List<byte[]> lines, Instant receivedAt) {
        PushResult result = doors.reconciler().push(organisation.id(), stream, lines, receivedAt);
        boolean asWritten = result instanceof PushResult.Held held
                && held.outcomes().size() == lines.size()
                && held.outcomes().stream().allMatch(outcome -> outcome.verdict() == Outcome.Verdict.APPLIED);
        if (!asWritten) {
            throw new IllegalStateException("The server did not take the demonstration as written: " + result);
        }
        operations.addAndGet(lines.size());
    }
}
