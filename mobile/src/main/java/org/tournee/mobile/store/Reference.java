package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reception.Desk;
import org.tournee.reception.NamedTeam;
import org.tournee.rights.RightsCatalogue;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The organisation's own data, typed: profile, catalogue, workers, partners, desks, teams. */
record Reference(
        @Nullable OrganisationProfile profile,
        @Nullable RightsCatalogue catalogue,
        Map<WorkerId, Worker> workers,
        List<Listed> partners,
        Map<RecordId, Desk> desks,
        Map<TeamId, NamedTeam> teams) {

    static Reference of(Holdings holdings) {
        Reading reading = new Reading();
        holdings.bucket(BucketId.REFERENCE).ifPresent(bucket -> bucket.all().forEach(row -> reading.read(row.read())));
        return new Reference(
                reading.profile,
                reading.catalogue,
                Map.copyOf(reading.workers),
                reading.partners.stream().sorted(Listed.BY_NAME).toList(),
                Map.copyOf(reading.desks),
                Map.copyOf(reading.teams));
    }

    private static final class Reading {

        private @Nullable OrganisationProfile profile;
        private @Nullable RightsCatalogue catalogue;
        private final Map<WorkerId, Worker> workers = new HashMap<>();
        private final List<Listed> partners = new ArrayList<>();
        private final Map<RecordId, Desk> desks = new HashMap<>();
        private final Map<TeamId, NamedTeam> teams = new HashMap<>();

        void read(FeedRow row) {
            Optional<RecordKind> kind = RecordKind.ofCode(row.kind());
            if (kind.equals(Optional.of(RecordKind.PROFILE))) {
                profile = typed(row, OrganisationProfile.class).orElse(profile);
            } else if (kind.equals(Optional.of(RecordKind.CATALOGUE))) {
                catalogue = typed(row, RightsCatalogue.class).orElse(catalogue);
            } else if (kind.equals(Optional.of(RecordKind.WORKER))) {
                typed(row, Worker.class)
                        .ifPresent(worker -> workers.put(new WorkerId(row.id().value()), worker));
            } else if (kind.equals(Optional.of(RecordKind.PARTNER))) {
                typed(row, Partner.class).ifPresent(partner -> partners.add(new Listed(row.id(), partner)));
            } else if (kind.equals(Optional.of(RecordKind.DESK))) {
                typed(row, Desk.class).ifPresent(desk -> desks.put(row.id(), desk));
            } else if (kind.equals(Optional.of(RecordKind.TEAM))) {
                typed(row, NamedTeam.class)
                        .ifPresent(team -> teams.put(new TeamId(row.id().value()), team));
            }
        }

        private static <T> Optional<T> typed(FeedRow row, Class<T> type) {
            try {
                return Optional.of(Groups.received(row.groups()).as(type));
            } catch (MalformedException e) {
                return Optional.empty(); // of a newer version: kept in the store, and the one before it stays in use
            }
        }
    }
}
