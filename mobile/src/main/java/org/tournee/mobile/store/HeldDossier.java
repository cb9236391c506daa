package org.tournee.mobile.store;

import java.util.function.Supplier;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;

/**
 * A dossier as a list has it: its own record, and the rest when somebody asks for it.
 *
 * @param contents types the dossier where nobody looked at it before, some milliseconds for a hundred records
 */
public record HeldDossier(DossierId id, Dossier dossier, Supplier<DossierContents> contents) {}
