package org.tournee.server.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.duplicate.Evidence;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.server.access.WebSession;
import org.tournee.server.dossier.NewDossierPage.Option;
import org.tournee.server.page.Section;
import org.tournee.server.web.Communes;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.Colleagues;

/** Lays out the search for somebody, and the form that opens a dossier for them. Rules: R-DUP, R-ORG. */
@Singleton
class NewDossierPages {

    private final Frames frames;
    private final Communes communes;
    private final Colleagues colleagues;
    private final WorkerNames workers;

    NewDossierPages(Frames frames, Communes communes, Colleagues colleagues, WorkerNames workers) {
        this.frames = frames;
        this.communes = communes;
        this.colleagues = colleagues;
        this.workers = workers;
    }

    /** Before anybody was looked for. */
    NewDossierPage search(WebSession session, NewDossierForm typed, String message) {
        return page(session, typed, false, message, null);
    }

    /** The same after one was opened that the viewer may not see. */
    NewDossierPage next(WebSession session) {
        return page(session, NewDossierForm.EMPTY, true, "", null);
    }

    /** Whoever looks alike, and the form. */
    NewDossierPage found(WebSession session, NewDossierForm typed, List<KnownHouseholds.Known> known, String message) {
        return page(session, typed, false, message, known);
    }

    private NewDossierPage page(
            WebSession session,
            NewDossierForm typed,
            boolean openedForOthers,
            String message,
            @Nullable List<KnownHouseholds.Known> known) {
        Map<String, String> served = communes.of(session.organisation());
        WorkerNames.Names names = workers.of(session.organisation());
        DossierId opened = typed.id().orElseGet(() -> new DossierId(UuidCreator.getTimeOrderedEpoch()));
        List<KnownHouseholds.Known> all = known == null ? List.of() : known;
        return new NewDossierPage(
                frames.of(session, "Ouvrir un dossier", Section.DOSSIERS),
                openedForOthers,
                message,
                person(typed, ""),
                typed.text(NewDossierForm.PHONE),
                served.entrySet().stream()
                        .map(commune ->
                                option(commune.getKey(), commune.getValue(), typed.text(NewDossierForm.COMMUNE)))
                        .toList(),
                known != null,
                all.stream()
                        .flatMap(one -> one instanceof KnownHouseholds.Seen seen
                                ? java.util.stream.Stream.of(seen(seen, opened, typed))
                                : java.util.stream.Stream.empty())
                        .toList(),
                all.stream()
                        .flatMap(one -> one instanceof KnownHouseholds.Exists exists
                                ? java.util.stream.Stream.of(hidden(exists, names, opened, typed))
                                : java.util.stream.Stream.empty())
                        .toList(),
                known == null ? null : opening(session, opened, typed));
    }

    private static NewDossierPage.SeenLine seen(KnownHouseholds.Seen seen, DossierId opened, NewDossierForm typed) {
        Person.Identity identity = seen.person().identity();
        String birth = identity.birthDate() == null ? "" : ", " + Words.day(identity.birthDate());
        String evidence = Arrays.stream(Evidence.values())
                .filter(seen.likeness().evidence()::contains)
                .map(Words::of)
                .collect(Collectors.joining(", "));
        String field = NewDossierForm.NOT_THEM + seen.token(opened);
        return new NewDossierPage.SeenLine(
                "/dossiers/" + seen.dossier(), identity.fullName() + birth, evidence, field, typed.isTicked(field));
    }

    private static NewDossierPage.HiddenLine hidden(
            KnownHouseholds.Exists exists, WorkerNames.Names names, DossierId opened, NewDossierForm typed) {
        String field = NewDossierForm.NOT_THEM + exists.token(opened);
        return new NewDossierPage.HiddenLine(whomToAsk(exists, names), field, typed.isTicked(field));
    }

    private static String whomToAsk(KnownHouseholds.Exists exists, WorkerNames.Names names) {
        return exists.answering().isEmpty()
                ? "votre responsable"
                : exists.answering().stream().map(names::of).collect(Collectors.joining(", "));
    }

    private NewDossierPage.OpeningForm opening(WebSession session, DossierId opened, NewDossierForm typed) {
        String commune = typed.text(NewDossierForm.COMMUNE);
        Colleagues.Choice choice = colleagues.takers(session, commune);
        String referent = typed.text(NewDossierForm.REFERENT);
        return new NewDossierPage.OpeningForm(
                opened.toString(),
                typed.text(NewDossierForm.STREET),
                typed.text(NewDossierForm.POSTCODE),
                IntStream.rangeClosed(1, NewDossierForm.OTHERS)
                        .mapToObj(number -> person(typed, NewDossierForm.other("", number)))
                        .toList(),
                choice.colleagues().stream()
                        .map(colleague -> option(
                                colleague.id().toString(),
                                colleague.name() + " (" + colleague.carries() + ")",
                                referent.isEmpty() ? choice.offered() : referent))
                        .toList(),
                choice.reason(),
                options(Topic.class, typed.text(NewDossierForm.SUBJECT)),
                options(Request.Origin.class, typed.text(NewDossierForm.ORIGIN)),
                options(Request.Urgency.class, typed.text(NewDossierForm.URGENCY)),
                typed.text(NewDossierForm.TEXT));
    }

    private static NewDossierPage.PersonFields person(NewDossierForm typed, String suffix) {
        return new NewDossierPage.PersonFields(
                suffix,
                typed.text(NewDossierForm.FAMILY + suffix),
                typed.text(NewDossierForm.GIVEN + suffix),
                typed.text(NewDossierForm.BIRTH + suffix),
                typed.text(NewDossierForm.ROLE + suffix).equals(HouseholdRole.CHILD.name()));
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }

    private static <E extends Enum<E>> List<Option> options(Class<E> type, String chosen) {
        return Arrays.stream(type.getEnumConstants())
                .map(code -> option(code.name(), Words.of(code), chosen))
                .toList();
    }
}
