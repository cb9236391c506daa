package org.tournee.mobile.app;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.RecordId;

/** Where one can go in the app. Each has its screen. */
public sealed interface Destination {

    /** One of a dossier: what one records there is of that household. */
    sealed interface OfDossier extends Destination {

        DossierId dossier();
    }

    record Today() implements Destination {}

    record Dossiers() implements Destination {}

    /** Finds in everything that the phone holds. */
    record Search() implements Destination {}

    /** For whom one is about to record a contact. */
    record RecordFor() implements Destination {}

    record Reminders() implements Destination {}

    record More() implements Destination {}

    record Reviews() implements Destination {}

    record SyncPage() implements Destination {}

    /** Signs in again where the tokens are spent. */
    record SignIn() implements Destination {}

    record LogOut() implements Destination {}

    /** Another PIN for this phone. */
    record ChangePin() implements Destination {}

    /** How much room the app takes on this phone, and how much is left. */
    record Storage() implements Destination {}

    record ReturnedChanges() implements Destination {}

    /** Opens a dossier for a household that is met for the first time. Rule: R-REQ */
    record NewDossier() implements Destination {}

    record DossierPage(DossierId dossier) implements OfDossier {}

    /** {@code corrects} names the contact that the new one amends; null for a first record. */
    record ContactForm(DossierId dossier, @Nullable RecordId corrects) implements OfDossier {}

    /** Moves a contact that was noted in the wrong dossier. Rule: R-CON */
    record MoveContact(DossierId dossier, RecordId contact) implements OfDossier {}

    record Bilan(DossierId dossier) implements OfDossier {}

    /** {@code checkup} resumes one; null begins one. */
    record RightsSweep(DossierId dossier, @Nullable RecordId checkup) implements OfDossier {}

    record ConflictPage(DossierId dossier, RecordId conflict) implements OfDossier {}

    /** Names, address and reachability of the household. */
    record HouseholdForm(DossierId dossier) implements OfDossier {}

    /** The rights that are being followed up, and how each ends. Rule: R-RDD */
    record FollowUps(DossierId dossier) implements OfDossier {}

    /** When one meets the household, and how each meeting went. Rule: R-APP */
    record Appointments(DossierId dossier) implements OfDossier {}

    /** The appointments of a week. Rule: R-APP */
    record Week() implements Destination {}

    /** To whom the household was referred, and who took over. Rule: R-REL */
    record Referrals(DossierId dossier) implements OfDossier {}

    /** The questions on a dossier; {@code about} begins one on that record, null begins none. Rule: R-ASK */
    record Questions(DossierId dossier, @Nullable RecordId about) implements OfDossier {}

    /** The segment of a dossier, and the steps that may be prepared on it. Rules: R-SEG-5 to R-SEG-7 */
    record Segment(DossierId dossier) implements OfDossier {}

    /** What was asked, what the service is charged with, on which days no contact is expected. Rules: R-REQ, R-MAN */
    record Requests(DossierId dossier) implements OfDossier {}

    /** What each side commits to, or why nothing was signed. Rule: R-SEG-9 */
    record Agreements(DossierId dossier) implements OfDossier {}

    /** The way to work of each adult. Rule: R-BSP */
    record Professional(DossierId dossier) implements OfDossier {}

    /** The dossier in brief, for a colleague who takes it up. Rule: R-REF */
    record Brief(DossierId dossier) implements OfDossier {}

    /** The documents of a dossier. Rule: R-DOC */
    record Documents(DossierId dossier) implements OfDossier {}

    record DocumentPage(DossierId dossier, RecordId document) implements OfDossier {}

    /** Takes a document in. {@code kind} and {@code right} say what asked for it; null for nothing in particular. */
    record DocumentForm(
            DossierId dossier,
            @Nullable String kind,
            @Nullable String right) implements OfDossier {}

    /** The round of a day, and whom else to go to. Rule: R-OUT */
    record RoundPage() implements Destination {}

    /** Which household to add to the round of a day. Rule: R-OUT */
    record RoundPick(LocalDate day) implements Destination {}

    /** What to know before one goes there, and whether they want to be approached. Rule: R-OUT */
    record BeforeGoing(DossierId dossier) implements OfDossier {}

    /** To whom one refers people. Rule: R-DIR */
    record Directory() implements Destination {}

    record PartnerPage(RecordId partner) implements Destination {}

    /** For whom one noticed what one says of the directory; {@code partner} as in {@link DirectoryNoteForm}. */
    record DirectoryNoteFor(@Nullable RecordId partner) implements Destination {}

    /** A correction of {@code partner}; null for a need that no partner meets. Rule: R-DIR */
    record DirectoryNoteForm(DossierId dossier, @Nullable RecordId partner) implements OfDossier {}

    /** Where one receives, and what desks passed on to this worker. Rule: R-PER */
    record Reception() implements Destination {}

    /** One desk today: opened, or its queue. Rule: R-PER */
    record Permanence(RecordId desk) implements Destination {}

    /** Who came, and what they need. Rule: R-PER */
    record ReceptionSheet(DossierId register, RecordId walkIn) implements Destination {}

    /** Passes on what a desk does not settle. Rule: R-PER */
    record Liaison(DossierId register, RecordId walkIn) implements Destination {}

    /** What the site does with groups. Rule: R-COL */
    record CollectiveActions() implements Destination {}

    /** What was left half written, in all dossiers. Rule: R-OFF */
    record Drafts() implements Destination {}
}
