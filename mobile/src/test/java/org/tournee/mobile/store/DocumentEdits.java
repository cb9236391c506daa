package org.tournee.mobile.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Documents as a worker takes them in. */
public final class DocumentEdits {

    private DocumentEdits() {}

    public static RecordId id(int number) {
        return new RecordId(new UUID(7, number));
    }

    /** Bytes as a camera gives them: not compressible. */
    public static byte[] photo(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    public static Document describing(KeptDocument taken, String kind, LocalDate expiresOn) {
        return new Document(
                new Document.Description(kind, null, List.of(), List.of(), expiresOn),
                new Document.Content("image/jpeg", taken.sizeBytes(), taken.sha256()),
                new Document.Ground(HouseholdRows.TODAY, null),
                null);
    }

    /** Something new in the dossier of the household of that number. */
    public static Edit tooLate(int number) {
        return Edit.of(HouseholdRows.dossier(number), StoreEdits.item(StoreEdits.newId(), "Trop tard"));
    }

    /** Takes it in whole: bytes, description, and to be sent. */
    public static RecordId taken(PhoneStoreFixture phone, int number, byte[] bytes, String kind, LocalDate expiresOn) {
        RecordId id = id(number);
        DossierId dossier = PhoneStoreFixture.dossier(0);
        KeptDocument taken = phone.documents().take(id, dossier, bytes);
        phone.store()
                .save(Edit.of(
                        dossier,
                        new Edit.Create(
                                RecordKind.DOCUMENT, id, Audience.SERVICE, describing(taken, kind, expiresOn))));
        phone.documents().saved(id);
        return id;
    }
}
