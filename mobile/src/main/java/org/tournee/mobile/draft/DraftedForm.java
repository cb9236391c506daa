package org.tournee.mobile.draft;

/** A form whose contents are kept as one types. */
public interface DraftedForm {

    FormDraft<?> draft();
}
