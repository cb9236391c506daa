package org.tournee.mobile.search;

import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Destination;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCatalogue;
import org.tournee.sync.RecordId;

/** What can be found in a dossier. */
final class Finds {

    private final DossierContents contents;
    private final RightsCatalogue catalogue;
    private final String household;
    private final Destination page;
    private final List<Find> all = new ArrayList<>();

    private Finds(DossierContents contents, RightsCatalogue catalogue) {
        this.contents = contents;
        this.catalogue = catalogue;
        this.household = contents.dossier().value().household().name();
        this.page = new Destination.DossierPage(contents.id());
    }

    static List<Find> in(DossierContents contents, RightsCatalogue catalogue) {
        Finds finds = new Finds(contents, catalogue);
        finds.dossier();
        finds.persons();
        finds.actions();
        finds.rights();
        finds.contacts();
        return finds.all;
    }

    private void dossier() {
        String address = contents.dossier().value().address().line();
        add(
                FoundKind.DOSSIER,
                contents.dossier().id(),
                address.isEmpty() ? household : household + ", " + address,
                page);
    }

    private void persons() {
        contents.household()
                .forEach(person -> add(
                        FoundKind.PERSON, person.id(), person.value().identity().fullName(), page));
    }

    private void actions() {
        contents.actionItems()
                .forEach(action -> add(
                        FoundKind.ACTION,
                        action.id(),
                        action.value().task().what(),
                        new Destination.Bilan(contents.id())));
    }

    /** A right that the catalogue does not know any more is found by its id. */
    private void rights() {
        contents.rightChecks().forEach(check -> {
            String id = check.value().subject().rightId();
            String name = catalogue.rights().stream()
                    .filter(right -> right.id().equals(id))
                    .findFirst()
                    .map(Right::name)
                    .orElse(id);
            add(FoundKind.RIGHT, check.id(), name, where(check.value()));
        });
    }

    /** A right that nobody follows up is found where it was looked at. */
    private Destination where(RightCheck check) {
        return check.followUp() == null
                ? new Destination.RightsSweep(contents.id(), check.subject().checkup())
                : new Destination.FollowUps(contents.id());
    }

    private void contacts() {
        contents.standingContacts()
                .forEach(contact -> all.add(new Find(
                        FoundKind.CONTACT,
                        contents.id(),
                        contact.id(),
                        household,
                        contact.value().content().narrative(),
                        contact.value().meeting().startedAt(),
                        page)));
    }

    private void add(FoundKind kind, RecordId record, String text, Destination leadsTo) {
        all.add(new Find(kind, contents.id(), record, household, text, null, leadsTo));
    }
}
