package org.tournee.server.reference;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.NormEdit;
import org.tournee.profile.NormFigure;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** Makes the pages on which the dated figures of the profile are changed. Rules: R-SEG-0, R-BO. */
@Singleton
class NormPages {

    private final Frames frames;

    NormPages(Frames frames) {
        this.frames = frames;
    }

    /** @param preview whether it shows what would change */
    NormPage of(
            WebSession session,
            OrganisationProfile profile,
            NormTarget target,
            NormForm form,
            List<String> wrong,
            boolean preview,
            LocalDate today) {
        String title = title(profile, target);
        NormEdit edit = form.edit(target, profile);
        return new NormPage(
                frames.of(session, title, Section.DIRECTORY),
                title,
                judged(target),
                ReferenceController.PATH + "/" + NormForm.code(target),
                wrong,
                profile.version(),
                form.text(NormForm.FROM),
                form.text(NormForm.SOURCE),
                target.figures(profile).stream()
                        .map(figure -> field(figure, form))
                        .toList(),
                preview ? changes(edit, profile) : List.of(),
                preview && edit.from() != null ? Words.day(edit.from()) : "",
                planned(profile, target, today));
    }

    static String title(OrganisationProfile profile, NormTarget target) {
        return switch (target) {
            case NormTarget.OfSegment of ->
                profile.sheet(of.segment()).map(SegmentSheet::name).orElseGet(() -> Words.of(of.segment()));
            case NormTarget.OfMandate of -> "Mesure : " + Words.of(of.kind());
            case NormTarget.OfGroup of -> Words.of(of.group());
        };
    }

    /** Of which day the value counts. Decision: 0066. */
    private static String judged(NormTarget target) {
        return switch (target) {
            case NormTarget.OfSegment _, NormTarget.OfMandate _ ->
                "une période est jugée par la norme de son premier jour.";
            case NormTarget.OfGroup of -> judged(of.group());
        };
    }

    private static String judged(FigureGroup group) {
        return switch (group) {
            case SEGMENTS ->
                "une décision définitive garde le délai du jour de la réception ; ce qui est montré suit la valeur du jour.";
            case MANDATES -> "ce qui est montré suit la valeur du jour.";
            case REVIEWS ->
                "une révision se compte par la valeur du jour dont elle part ; les rappels suivent celle du jour où ils sont faits.";
            case REQUESTS ->
                "une demande garde le délai du jour de son accusé de réception, une notification celui du jour de la décision.";
            case REMINDERS ->
                "un délai garde la valeur du jour dont il part ; ce qui prévient à l’avance suit la valeur du jour.";
            case DELIVERY -> "un rappel part à l’heure du jour où il part.";
            case LOAD, WEIGHTS -> "la charge se mesure par la valeur du jour où on la regarde.";
        };
    }

    private static NormPage.Field field(NormFigure figure, NormForm form) {
        return new NormPage.Field(
                figure.name(),
                Words.of(figure),
                "de " + figure.least() + " à " + figure.most() + ProfileTables.unit(figure.unit()),
                form.text(figure.name()),
                figure.isOptional());
    }

    private static List<String> changes(NormEdit edit, OrganisationProfile profile) {
        return edit.differences(profile).stream()
                .map(change -> Words.of(change.figure()) + " : " + value(change.figure(), change.before()) + " → "
                        + value(change.figure(), change.after()))
                .toList();
    }

    private static String value(NormFigure figure, @Nullable Integer value) {
        return value == null ? ProfileTables.NONE : value + ProfileTables.unit(figure.unit());
    }

    /** Days on which others are to come into force already. */
    private static List<String> planned(OrganisationProfile profile, NormTarget target, LocalDate today) {
        return target.days(profile).stream()
                .filter(day -> day.isAfter(today))
                .map(Words::day)
                .toList();
    }
}
