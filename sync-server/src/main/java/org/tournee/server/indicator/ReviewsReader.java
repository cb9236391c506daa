package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;

/** Reads which reviews were due in a period, and when they were held. Rules: R-IND, R-SEG-7. */
@Singleton
class ReviewsReader {

    private static final String STAYS = """
            with scope as (%s)
            select y.dossier_id, y.segment, y.entered_on, y.left_on
            from stay_fact y join scope using (dossier_id) where y.org_id = ?
            """.formatted(Scope.DOSSIERS);

    /** A dossier's opening is where its years begin. */
    private static final String YEARS = """
            with scope as (%s)
            select d.dossier_id, d.opened_on as day, d.closed_on
            from dossier_fact d join scope using (dossier_id) where d.org_id = ?
            union all
            select f.dossier_id, f.day, d.closed_on
            from told_fact f join scope using (dossier_id)
                join dossier_fact d on d.org_id = f.org_id and d.dossier_id = f.dossier_id
            where f.org_id = ? and f.kind = 'BILAN_CONCLUSION'
            """.formatted(Scope.DOSSIERS);

    private final Profiles profiles;
    private final PaceSurvey survey;

    ReviewsReader(Profiles profiles, PaceSurvey survey) {
        this.profiles = profiles;
        this.survey = survey;
    }

    List<Happened> read(Connection connection, Scope scope, Period period) throws SQLException {
        OrganisationProfile profile = profiles.of(scope.organisation());
        DueReviews due = new DueReviews(profile, period, survey.today(scope.organisation()));
        List<@Nullable Object> stays = scope.values();
        stays.add(scope.organisation());
        List<@Nullable Object> years = scope.values();
        years.addAll(List.of(scope.organisation(), scope.organisation()));
        List<Happened> all =
                new ArrayList<>(due.ofStays(Sql.all(connection, STAYS, ReviewsReader::stay, stays.toArray())));
        all.addAll(due.ofYears(Sql.all(connection, YEARS, ReviewsReader::year, years.toArray())));
        return all;
    }

    private static DueReviews.StayOf stay(ResultSet row) throws SQLException {
        return new DueReviews.StayOf(
                Sql.uuid(row, "dossier_id"),
                new Stay.Span(
                        Segment.valueOf(row.getString("segment")),
                        row.getObject("entered_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class)));
    }

    private static DueReviews.YearFrom year(ResultSet row) throws SQLException {
        return new DueReviews.YearFrom(
                Sql.uuid(row, "dossier_id"),
                row.getObject("day", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
