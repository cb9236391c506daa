package org.tournee.server.demo;

import org.tournee.organisation.WorkerId;

/** The two people answerable for a dossier. Rule: R-REF. Source: 002 §4.1. */
record CareTeam(WorkerId referent, WorkerId adminReferent) {}
