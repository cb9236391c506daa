package org.tournee.server.segment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.organisation.OrganisationId;

/**
 * The journal of a dossier as its facts tell it: times, channels, codes and ids, no topic and no word. Nothing is opened
 * for it, so that whoever asks often pays for rows of a hundred bytes and no more. Rules: R-SEG-2, R-REM.
 */
public final class JournalFacts {

    private JournalFacts() {}

    /** Every contact of the dossier, in no order; corrected ones and corrections included. */
    public static List<Entry<Contact>> of(Connection connection, OrganisationId organisation, DossierId dossier)
            throws SQLException {
        return new FactTables(connection, organisation).journal(dossier);
    }
}
