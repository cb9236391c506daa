package org.tournee.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.tournee.organisation.Commune;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/** The dossiers of a site, shared out among its social workers by what their post allows. */
final class Caseloads {

    /** Of each site one social worker is away at present, and another looks after some of the dossiers. */
    private static final int AWAY = 2;

    static final int STANDS_IN = 3;
    private static final int STOOD_IN_FOR = 6;

    private final DemoOrganisation organisation;
    private final CaseFiles caseFiles;
    private final int fullTimeCaseload;

    Caseloads(DemoOrganisation organisation, CaseFiles caseFiles, int fullTimeCaseload) {
        this.organisation = organisation;
        this.caseFiles = caseFiles;
        this.fullTimeCaseload = fullTimeCaseload;
    }

    /** All dossiers of a site. */
    List<CaseFile> of(DemoSite site, Dice dice) {
        List<Commune> communes = organisation.plan(site).communes();
        int[] weights = communes.stream().mapToInt(Commune::population).toArray();
        List<Staff.Member> referents = organisation.staff().of(site, Role.SOCIAL_WORKER);
        List<Staff.Member> secretaries = organisation.staff().of(site, Role.ADMIN_ASSISTANT);
        List<CaseFile> files = new ArrayList<>();
        for (int i = 0; i < referents.size(); i++) {
            Staff.Member referent = referents.get(i);
            CareTeam team = new CareTeam(
                    referent.id(), secretaries.get(i % secretaries.size()).id());
            int size = Math.max(2, fullTimeCaseload * referent.fullTimePercent() * dice.between(88, 115) / 10_000);
            for (int n = 0; n < size; n++) {
                List<WorkerId> standIns = i == AWAY && n < STOOD_IN_FOR
                        ? List.of(referents.get(STANDS_IN).id())
                        : List.of();
                files.add(caseFiles.invent(dice.weighted(communes, weights), team, standIns, dice));
            }
        }
        return files;
    }
}
