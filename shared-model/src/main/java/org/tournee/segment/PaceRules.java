package org.tournee.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.MandateDuties;
import org.tournee.profile.MandateFigures;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentDuties;
import org.tournee.profile.SegmentSheet;
import org.tournee.profile.Segmentation;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** Computes pace and verdicts: the same on the phone, offline, and on the server. Rules: R-SEG-2 to R-SEG-4. */
public final class PaceRules {

    /** The id of a contact that is being typed and has none yet. */
    public static final RecordId DRAFT = new RecordId(new UUID(0, 0));

    private PaceRules() {}

    /**
     * The pace of a dossier.
     *
     * @param today the day of the organisation
     * @return empty without a stay on that day, or where its segment asks for no number of contacts. Rule: R-SEG-0
     */
    public static Optional<Pace> of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        return of(contents, contents.contacts(), today, profile);
    }

    /** The pace as it would be with the contact that is being typed, by the worker who types it. */
    public static Optional<Pace> with(
            DossierContents contents, Contact draft, WorkerId author, LocalDate today, OrganisationProfile profile) {
        List<Entry<Contact>> contacts = new ArrayList<>(contents.contacts());
        contacts.add(new Entry<>(DRAFT, draft, Audience.SERVICE, 0, author, author, null, null, true));
        return of(contents, contacts, today, profile);
    }

    private static Optional<Pace> of(
            DossierContents contents, List<Entry<Contact>> contacts, LocalDate today, OrganisationProfile profile) {
        Entry<Stay> stay = contents.stayOn(today).orElse(null);
        if (stay == null) {
            return Optional.empty();
        }
        return pace(
                stay.value().span(),
                ContactFacts.of(contents, contacts, profile.zone()),
                grants(contents),
                today,
                profile);
    }

    /**
     * The pace from small inputs, for those who keep the facts beside the contacts: linear in them.
     *
     * @param stay the one that runs on {@code today}
     * @param facts of the dossier, in any order; those outside the running period weigh nothing
     * @param exemptions of the dossier, in any order; they may overlap
     */
    public static Optional<Pace> pace(
            Stay.Span stay,
            List<ContactFact> facts,
            List<Exemption.Grant> exemptions,
            LocalDate today,
            OrganisationProfile profile) {
        Periods periods = periods(stay, exemptions, profile.segmentation());
        SegmentDuties duties = profile.on(today).segmentDuties();
        if (periods == null || duties == null) {
            return Optional.empty();
        }
        NormedPeriod running = periods.on(today).orElse(null);
        if (running == null) {
            return Optional.empty();
        }
        return Optional.of(pace(running, facts, today, duties.dueWindow().value()));
    }

    /**
     * The pace that a mandate asks for beside the segment, in its running period from its first day on. Rule: R-MAN.
     *
     * @return empty where it does not run, and where the profile asks for no number of contacts under it
     */
    public static Optional<Pace> of(
            DossierContents contents, Mandate mandate, LocalDate today, OrganisationProfile profile) {
        return pace(mandate, ContactFacts.of(contents, profile.zone()), grants(contents), today, profile);
    }

    /**
     * The same of each mandate of a dossier by its record, in their order: the journal is read once for all of them.
     * Those that ask for nothing are left out.
     */
    public static Map<RecordId, Pace> ofMandates(
            DossierContents contents, LocalDate today, OrganisationProfile profile) {
        if (contents.mandates().isEmpty() || profile.mandates() == null) {
            return Map.of();
        }
        List<ContactFact> facts = ContactFacts.of(contents, profile.zone());
        List<Exemption.Grant> exemptions = grants(contents);
        Map<RecordId, Pace> paces = new LinkedHashMap<>();
        for (Entry<Mandate> mandate : contents.mandates()) {
            pace(mandate.value(), facts, exemptions, today, profile).ifPresent(pace -> paces.put(mandate.id(), pace));
        }
        return paces;
    }

    private static Optional<Pace> pace(
            Mandate mandate,
            List<ContactFact> facts,
            List<Exemption.Grant> exemptions,
            LocalDate today,
            OrganisationProfile profile) {
        MandateFigures figures = profile.mandates();
        MandateDuties duties = profile.on(today).mandateDuties();
        if (figures == null || duties == null || !mandate.runsOn(today)) {
            return Optional.empty();
        }
        return figures.sheet(mandate.mission().kind())
                .map(sheet -> new Periods(mandate.term(), sheet, exempt(exemptions)))
                .flatMap(periods -> periods.on(today))
                .map(running -> pace(running, facts, today, duties.dueWindow().value()));
    }

    /**
     * The pace of the stay, else of the mandate whose next contact is due first: what stands for a dossier where one line
     * has to do, as in a list. Rules: R-SEG-0, R-MAN.
     */
    public static Optional<Pace> leading(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        return of(contents, today, profile)
                .or(() -> ofMandates(contents, today, profile).values().stream()
                        .min(Comparator.comparing(Pace::nextDueOn, Comparator.nullsLast(Comparator.naturalOrder()))));
    }

    /**
     * The verdicts of all periods of all stays that had ended by that day, the oldest first.
     *
     * @param today the day of the organisation; a period whose end it is, is closed
     */
    public static List<PeriodVerdict> verdicts(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        List<ContactFact> facts = ContactFacts.of(contents, profile.zone());
        List<PeriodVerdict> verdicts = new ArrayList<>();
        for (Stay stay : contents.livedStays()) {
            verdicts.addAll(verdicts(stay.span(), facts, grants(contents), today, profile));
        }
        verdicts.sort((one, other) ->
                one.normed().period().start().compareTo(other.normed().period().start()));
        return verdicts;
    }

    /** The verdicts of one stay from small inputs, as {@link #pace} takes them. */
    public static List<PeriodVerdict> verdicts(
            Stay.Span stay,
            List<ContactFact> facts,
            List<Exemption.Grant> exemptions,
            LocalDate today,
            OrganisationProfile profile) {
        Periods periods = periods(stay, exemptions, profile.segmentation());
        List<PeriodVerdict> verdicts = new ArrayList<>();
        if (periods != null) {
            for (NormedPeriod normed : periods.until(today)) {
                if (!normed.period().end().isAfter(today)) {
                    verdicts.add(new PeriodVerdict(normed, count(facts, normed), today));
                }
            }
        }
        return verdicts;
    }

    private static Pace pace(NormedPeriod normed, List<ContactFact> facts, LocalDate today, int dueWindowDays) {
        CountedContacts contacts = count(facts, normed);
        LocalDate nextDueOn = nextDueOn(normed, contacts.counted());
        return new Pace(
                today,
                normed,
                contacts,
                nextDueOn,
                status(nextDueOn, today, dueWindowDays),
                flags(normed, contacts),
                contacts.incomplete() == 0 ? List.of() : incomplete(facts, normed.period()));
    }

    private static CountedContacts count(List<ContactFact> facts, NormedPeriod normed) {
        return CountedContacts.of(facts, normed.period(), normed.norm().physicalSharePercent());
    }

    /** Contact k falls due on start + ceil(k × L / m) − 1 days. */
    private static @Nullable LocalDate nextDueOn(NormedPeriod normed, int counted) {
        int least = normed.minimum();
        if (counted >= least) {
            return null;
        }
        long days = normed.period().days();
        long next = counted + 1L;
        return normed.period().start().plusDays((next * days + least - 1) / least - 1);
    }

    private static PaceStatus status(@Nullable LocalDate nextDueOn, LocalDate today, int dueWindowDays) {
        if (nextDueOn == null) {
            return PaceStatus.MET;
        }
        if (today.isAfter(nextDueOn)) {
            return PaceStatus.LATE;
        }
        return today.isBefore(nextDueOn.minusDays(dueWindowDays)) ? PaceStatus.ON_TRACK : PaceStatus.DUE;
    }

    private static Set<PaceFlag> flags(NormedPeriod normed, CountedContacts contacts) {
        Set<PaceFlag> flags = EnumSet.noneOf(PaceFlag.class);
        if (contacts.counted() > normed.maximum()) {
            flags.add(PaceFlag.OVER);
        }
        if (contacts.shareIsLow(normed.norm().physicalSharePercent())) {
            flags.add(PaceFlag.SHARE_LOW);
        }
        return flags;
    }

    private static List<RecordId> incomplete(List<ContactFact> facts, Period period) {
        List<RecordId> incomplete = new ArrayList<>();
        for (ContactFact fact : facts) {
            if (fact.standing() == Standing.INCOMPLETE && period.contains(fact.day())) {
                incomplete.add(fact.id());
            }
        }
        return incomplete;
    }

    private static @Nullable Periods periods(
            Stay.Span stay, List<Exemption.Grant> exemptions, @Nullable Segmentation segmentation) {
        if (segmentation == null) {
            return null;
        }
        SegmentSheet sheet = segmentation.sheet(stay.segment()).orElse(null);
        return sheet == null ? null : new Periods(stay, sheet, segmentation.periods(), exempt(exemptions));
    }

    private static ExemptDays exempt(List<Exemption.Grant> exemptions) {
        return exemptions.isEmpty() ? ExemptDays.NONE : new ExemptDays(exemptions);
    }

    private static List<Exemption.Grant> grants(DossierContents contents) {
        List<Exemption.Grant> grants = new ArrayList<>(contents.exemptions().size());
        for (Entry<Exemption> exemption : contents.exemptions()) {
            exemption.value().granted().ifPresent(grants::add);
        }
        return grants;
    }
}
