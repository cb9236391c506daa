package org.tournee.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.profile.Figure;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.profile.Segmentation;
import org.tournee.profile.ShippedProfile;

/** The shipped profile, bent to a case. */
final class ProfileFixture {

    private OrganisationProfile profile = ShippedProfile.VIENNE.profile();

    OrganisationProfile profile() {
        return profile;
    }

    void withoutSegments() {
        profile = ShippedProfile.SANS_SEGMENTS.profile();
    }

    void inZone(String zone) {
        profile = copy(zone, profile.segmentation());
    }

    void byCalendar() {
        Segmentation shipped = profile.segmentation();
        profile = copy(profile.zoneName(), copy(shipped, Segmentation.PeriodAnchor.CALENDAR, shipped.sheets()));
    }

    /** Adds a norm for contacts, {@code 6-8} a year, 80 percent physical. */
    void norm(Segment segment, LocalDate from, String bounds) {
        Segmentation shipped = profile.segmentation();
        List<SegmentSheet> sheets = new ArrayList<>();
        for (SegmentSheet sheet : shipped.sheets()) {
            sheets.add(sheet.segment() == segment ? with(sheet, norm(from, bounds)) : sheet);
        }
        profile = copy(profile.zoneName(), copy(shipped, shipped.periods(), sheets));
    }

    private static SegmentSheet.Norm norm(LocalDate from, String bounds) {
        String[] parts = bounds.split("-", -1);
        SegmentSheet.Frequency frequency = new SegmentSheet.Frequency(
                new Figure(Integer.parseInt(parts[0]), Figure.Unit.CONTACTS, "test"),
                new Figure(Integer.parseInt(parts[1]), Figure.Unit.CONTACTS, "test"),
                new Figure(12, Figure.Unit.MONTHS, "test"));
        Figure share = new Figure(80, Figure.Unit.PERCENT, "test");
        return new SegmentSheet.Norm(from, frequency, share, null, null, null);
    }

    private static SegmentSheet with(SegmentSheet sheet, SegmentSheet.Norm norm) {
        List<SegmentSheet.Norm> norms = new ArrayList<>(sheet.norms());
        norms.add(0, norm); // the order of the data must not matter
        return new SegmentSheet(
                sheet.segment(), sheet.name(), sheet.need(), sheet.criteria(), sheet.objectives(), norms);
    }

    private static Segmentation copy(
            Segmentation shipped, Segmentation.PeriodAnchor periods, List<SegmentSheet> sheets) {
        return new Segmentation(
                periods, shipped.dueWindow(), shipped.definitiveAllocation(), shipped.portfolioSilentBelow(), sheets);
    }

    private OrganisationProfile copy(String zone, Segmentation segmentation) {
        return new OrganisationProfile(
                profile.name(),
                profile.version(),
                profile.asOf(),
                zone,
                profile.labels(),
                segmentation,
                profile.reviews(),
                profile.load(),
                profile.reminders(),
                profile.requests(),
                profile.delivery(),
                profile.weights(),
                profile.outlines(),
                profile.mandates(),
                profile.translations(),
                profile.later());
    }
}
