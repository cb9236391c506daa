package org.tournee.server.demo;

import jakarta.inject.Singleton;
import org.tournee.server.access.Passwords;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.ReferencePlaces;
import org.tournee.server.store.Registers;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Workers;
import org.tournee.server.sync.Reconciler;

/** The doors of the server through which everybody writes, the demonstration too. */
@Singleton
record Doors(
        Workers workers,
        Streams streams,
        ReferenceData referenceData,
        ReferencePlaces referencePlaces,
        Registers registers,
        OpenDossier openDossier,
        Assignments assignments,
        Reconciler reconciler,
        Passwords passwords) {}
