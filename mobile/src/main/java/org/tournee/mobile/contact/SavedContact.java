package org.tournee.mobile.contact;

import org.tournee.contact.Contact;

/** A contact that is on the phone's disk, and what it does to the segment's pace. */
public record SavedContact(ContactDraft draft, Contact contact, PaceEffect effect) {}
