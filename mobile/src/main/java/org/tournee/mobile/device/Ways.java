package org.tournee.mobile.device;

/**
 * The ways by which things come into the app and leave it, beside synchronisation.
 *
 * @param apps that call, write and show pages
 */
public record Ways(DocumentSource source, Handover handover, OtherApps apps) {}
