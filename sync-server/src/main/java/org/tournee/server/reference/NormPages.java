package org.tournee.server.reference;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.DatedNorms;
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
        NormEdit edit = form.edit(target);
        return new NormPage(
                frames.of(session, title, Section.DIRECTORY),
                title,
                ReferenceController.PATH + "/" + NormForm.code(target),
                wrong,
                profile.version(),
                form.text(NormForm.FROM),
                form.text(NormForm.SOURCE),
                target.figures().stream().map(figure -> field(figure, form)).toList(),
                preview ? changes(edit, profile) : List.of(),
                preview && edit.from() != null ? Words.day(edit.from()) : "",
                planned(profile, target, today));
    }

    static String title(OrganisationProfile profile, NormTarget target) {
        return switch (target) {
            case NormTarget.OfSegment of ->
                profile.sheet(of.segment()).map(SegmentSheet::name).orElseGet(() -> Words.of(of.segment()));
            case NormTarget.OfMandate of -> "Mesure : " + Words.of(of.kind());
        };
    }

    private static NormPage.Field field(NormFigure figure, NormForm form) {
        return new NormPage.Field(
                figure.name(),
                Words.of(figure),
                "de " + figure.least() + " à " + figure.most() + ProfileTables.unit(figure.unit()),
                form.text(figure.name()));
    }

    private static List<String> changes(NormEdit edit, OrganisationProfile profile) {
        return edit.differences(profile).stream()
                .map(change -> Words.of(change.figure()) + " : " + value(change.figure(), change.before()) + " → "
                        + value(change.figure(), change.after()))
                .toList();
    }

    private static String value(NormFigure figure, @Nullable Integer value) {
        return value == null ? "rien" : value + ProfileTables.unit(figure.unit());
    }

    /** Norms that are to come into force already. */
    private static List<String> planned(OrganisationProfile profile, NormTarget target, LocalDate today) {
        return target.norms(profile).stream()
                .map(DatedNorms.DatedNorm::validFrom)
                .filter(day -> day.isAfter(today))
                .sorted(Comparator.naturalOrder())
                .map(Words::day)
                .toList();
    }
}
