package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;

/**
 * What an organisation chose, as dated data: nothing of it is code. Its groups of figures hold since {@code asOf}, and before
 * it; read them by {@link #on}, which knows what changed since. Rule: R-SEG-0.
 *
 * @param version grows with every change
 * @param asOf since when the figures that carry no date of their own hold
 * @param zoneName of the zone in which days are counted, such as {@code Europe/Paris}
 * @param segmentation null for an organisation that works without segments
 * @param requests null where no law sets a deadline. Rule: R-REQ
 * @param delivery null for a profile from before it: then what is due is told when it is known. Rule: R-REM
 * @param weights null for a profile from before them: then every dossier counts one. Rule: R-ORG
 * @param outlines of a contact's narrative, to begin with; null for a profile from before them. Rule: R-CON
 * @param mandates null for a profile whose mandates ask for nothing of their own. Rule: R-MAN
 * @param translations of its words; null for a profile in French alone. Rule: R-SEG-0
 * @param later figures that become other ones on a day, the first day first; null where none does
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record OrganisationProfile(
        String name,
        int version,
        LocalDate asOf,
        String zoneName,
        Labels labels,
        @Nullable Segmentation segmentation,
        ReviewFigures reviews,
        LoadFigures load,
        ReminderFigures reminders,
        @Nullable RequestFigures requests,
        @Nullable DeliveryFigures delivery,
        @Nullable WorkWeights weights,
        @Nullable List<Outline> outlines,
        @Nullable MandateFigures mandates,
        @Nullable List<Translation> translations,
        @Nullable List<DatedFigures> later) {

    public OrganisationProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(asOf, "asOf");
        ZoneId.of(Objects.requireNonNull(zoneName, "zoneName"));
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(reviews, "reviews");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(reminders, "reminders");
        outlines = outlines == null ? null : List.copyOf(outlines);
        translations = translations == null ? null : List.copyOf(translations);
        later = later == null ? null : byDay(later);
    }

    private static List<DatedFigures> byDay(List<DatedFigures> changes) {
        if (changes.stream().map(DatedFigures::validFrom).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("Two changes on one day");
        }
        return changes.stream()
                .sorted(Comparator.comparing(DatedFigures::validFrom))
                .toList();
    }

    /**
     * The figures in force on a day. What judges something asks for those of its own day, so that a change leaves what was
     * before it as it was; what only shows or tells asks for those of today.
     */
    public ProfileFigures on(LocalDate day) {
        ProfileFigures figures = new ProfileFigures(
                reviews,
                load,
                reminders,
                requests,
                delivery,
                weights,
                segmentation == null ? null : segmentation.duties(),
                mandates == null ? null : mandates.duties());
        if (later != null) {
            for (DatedFigures change : later) {
                if (!change.validFrom().isAfter(day)) {
                    figures = figures.changedBy(change);
                }
            }
        }
        return figures;
    }

    /**
     * When something is due that counts from a day on, by the figure of that day. What was not asked for then is asked for
     * from the day on which it began to be.
     *
     * @param today what begins later than that is not known yet
     * @param figure a span of time; null where nothing is asked for
     * @return empty where it is not asked for
     */
    public Optional<LocalDate> dueAfter(
            LocalDate since, LocalDate today, Function<ProfileFigures, @Nullable Figure> figure) {
        Figure then = figure.apply(on(since));
        if (then != null || later == null) {
            return Optional.ofNullable(then).map(span -> span.after(since));
        }
        return changeDays().stream()
                .filter(day -> day.isAfter(since) && !day.isAfter(today))
                .flatMap(day -> Optional.ofNullable(figure.apply(on(day))).map(span -> span.after(day)).stream())
                .findFirst();
    }

    /** The days on which figures become other ones, {@code asOf} among them. */
    public SortedSet<LocalDate> changeDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(asOf);
        if (later != null) {
            later.forEach(change -> days.add(change.validFrom()));
        }
        return days;
    }

    /** The same without a digest and quiet hours: all is told at once, as where somebody wants to see it. Rule: R-REM. */
    public OrganisationProfile withoutHours() {
        List<DatedFigures> changes = later == null
                ? null
                : later.stream().map(DatedFigures::withoutHours).toList();
        return copy(version, segmentation, null, mandates, changes);
    }

    /** The next version, with these figures of segments and mandates. Rule: R-SEG-0. */
    OrganisationProfile with(@Nullable Segmentation segments, @Nullable MandateFigures ofMandates) {
        return copy(version + 1, segments, delivery, ofMandates, later);
    }

    /** The next version, with that change; what was to change on the same day and is said anew gives way. Rule: R-SEG-0. */
    OrganisationProfile with(DatedFigures change) {
        List<DatedFigures> changes = new ArrayList<>();
        DatedFigures whole = change;
        for (DatedFigures known : later == null ? List.<DatedFigures>of() : later) {
            if (known.validFrom().equals(change.validFrom())) {
                whole = whole.over(known);
            } else {
                changes.add(known);
            }
        }
        changes.add(whole);
        return copy(version + 1, segmentation, delivery, mandates, changes);
    }

    private OrganisationProfile copy(
            int newVersion,
            @Nullable Segmentation segments,
            @Nullable DeliveryFigures hours,
            @Nullable MandateFigures ofMandates,
            @Nullable List<DatedFigures> changes) {
        return new OrganisationProfile(
                name,
                newVersion,
                asOf,
                zoneName,
                labels,
                segments,
                reviews,
                load,
                reminders,
                requests,
                hours,
                weights,
                outlines,
                ofMandates,
                translations,
                changes);
    }

    /** What a narrative may begin with; empty where the organisation has none. Rule: R-CON. */
    public List<Outline> narratives() {
        return outlines == null ? List.of() : outlines;
    }

    /** Its words in another language, by its two letters; empty where it has none. Rule: R-SEG-0. */
    Optional<Translation> translation(String language) {
        return translations == null
                ? Optional.empty()
                : translations.stream()
                        .filter(said -> said.language().equals(language))
                        .findFirst();
    }

    /** The zone in which days are counted. */
    public ZoneId zone() {
        return ZoneId.of(zoneName);
    }

    /** What the profile says of a segment; empty in a profile without it. */
    public Optional<SegmentSheet> sheet(Segment segment) {
        return segmentation == null ? Optional.empty() : segmentation.sheet(segment);
    }

    /** The day on which a stay comes to its limit, by the norm of its first day. Rules: R-SEG-1, R-SEG-4. */
    public Optional<LocalDate> limitOf(Stay.Span span) {
        return sheet(span.segment())
                .flatMap(sheet -> sheet.normOn(span.enteredOn()))
                .map(SegmentSheet.Norm::limit)
                .map(limit -> span.enteredOn().plusMonths(limit.value()));
    }

    /**
     * Words that a narrative may begin with: it stays free text.
     *
     * @param title one or two words
     * @param text at most a few lines
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Outline(String title, String text) {

        public Outline {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Words that differ from one organisation to the next, as they stand within a sentence; read by {@link Wording}.
     *
     * @param serviceAgreement "convention de prestations", "contrat d’engagements réciproques", "PIIS"
     * @param adminAssistant "assistant·e administratif·ve", "secrétaire"
     * @param referent whoever answers for a dossier; null for the application's word
     * @param bilan the assessment of a household's situation; null for the application's word
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Labels(
            String serviceAgreement,
            String adminAssistant,
            @Nullable String referent,
            @Nullable String bilan) {

        public Labels {
            Objects.requireNonNull(serviceAgreement, "serviceAgreement");
            Objects.requireNonNull(adminAssistant, "adminAssistant");
        }
    }

    /**
     * The words of a profile in another language than French.
     *
     * @param language by its two letters, as {@code nl}
     * @param segments their names; null, and those that are not named, for the application's words
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Translation(
            String language, Labels labels, @Nullable List<SegmentName> segments) {

        public Translation {
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(labels, "labels");
            segments = segments == null ? null : List.copyOf(segments);
        }
    }

    /** What a segment is called in another language. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record SegmentName(Segment segment, String name) {

        public SegmentName {
            Objects.requireNonNull(segment, "segment");
            Objects.requireNonNull(name, "name");
        }
    }
}
