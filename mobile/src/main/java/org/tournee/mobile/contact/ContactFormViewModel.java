package org.tournee.mobile.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.bilan.ActionDraft;
import org.tournee.mobile.bilan.ItemDraft;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.StoreException;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * The form that records one contact, or corrects one. Rules: R-CON, R-OFF.
 *
 * <p>Saving writes at once, and "undo" is a correction: what the screen calls saved must be on the disk, and an
 * operation never changes once it is there. A delay before writing would show "saved" for something that a kill takes
 * back to a draft.
 */
public final class ContactFormViewModel {

    private final Phone phone;
    private final Executor screen;
    private final DossierId dossier;
    private final DossierContents contents;
    private final @Nullable RecordId corrects;
    private final FormDraft<ContactDraft> draft;
    private final RecordId contactId;
    private final boolean restored;

    private final ContactFields fields = new ContactFields();

    private final ReadOnlyObjectWrapper<Map<ContactCheck.Field, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<SavedContact>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StoreException.Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PaceEffect> effect = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

    /**
     * Begins with what the phone has now.
     *
     * @param corrects the contact that is corrected; null to record a new one
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier or the corrected contact
     */
    public ContactFormViewModel(Phone phone, DossierId dossier, @Nullable RecordId corrects, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        this.dossier = dossier;
        this.corrects = corrects;
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.draft = new FormDraft<>(phone, name(DraftName.Form.CONTACT), ContactDraft.class, screen);
        Optional<ContactDraft> kept = restorable();
        ContactDraft begun = kept.orElseGet(this::defaults);
        this.restored = kept.isPresent();
        this.contactId = begun.contactId();
        fields.show(begun);
        effect.set(effectOf(begun));
        fields.onChange(this::changed);
    }

    private DraftName name(DraftName.Form form) {
        return corrects == null ? DraftName.of(form, dossier) : DraftName.of(form, dossier, corrects);
    }

    /** An item of the bilan that is being written on the same page. */
    public FormDraft<ItemDraft> visitItem() {
        return new FormDraft<>(phone, name(DraftName.Form.VISIT_ITEM), ItemDraft.class, screen);
    }

    /** An action that is being written on the same page. */
    public FormDraft<ActionDraft> visitAction() {
        return new FormDraft<>(phone, name(DraftName.Form.VISIT_ACTION), ActionDraft.class, screen);
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** Whom the form offers as present. */
    public List<Entry<Person>> household() {
        return contents.household().stream()
                .filter(entry -> entry.value().membership().runsOn(phone.today())
                        || fields.present().contains(new PersonId(entry.id().value())))
                .toList();
    }

    public DossierId dossier() {
        return dossier;
    }

    public boolean correcting() {
        return corrects != null;
    }

    /** The contact that is corrected, where it was corrected before already. */
    public Optional<Journal.Line> corrected() {
        return Journal.of(contents, phone.store().profile().zone()).stream()
                .filter(line ->
                        line.entry().id().equals(corrects) && !line.earlier().isEmpty())
                .findFirst();
    }

    /** Whether what one sees was brought back from a draft. */
    public boolean restored() {
        return restored;
    }

    /** Throws away what was typed and begins again; can be undone for a moment. */
    public void startAgain() {
        ContactDraft typed = typed();
        draft.discard(() -> fields.show(typed));
        fields.show(defaults());
        draft.forget();
    }

    /** Saves, or shows beside the fields what is wrong. The draft stays until the contact is on the disk. */
    public void save() {
        if (saving.get() || saved.get().isPresent()) {
            return;
        }
        ContactDraft typed = typed();
        ContactCheck.Checked checked = check(typed);
        if (checked instanceof ContactCheck.Wrong found) {
            wrong.set(found.messages());
            return;
        }
        wrong.set(Map.of());
        refused.set(Optional.empty());
        saving.set(true);
        Contact contact = ((ContactCheck.Sound) checked).contact();
        PaceEffect after = effectOf(typed);
        phone.background().execute(() -> write(typed, contact, after));
    }

    private void write(ContactDraft typed, Contact contact, PaceEffect after) {
        try {
            new RecordContact(phone.store()).save(dossier, typed, contact, phone.today());
            draft.forget();
            screen.execute(() -> {
                saving.set(false);
                saved.set(Optional.of(new SavedContact(typed, contact, after)));
            });
        } catch (StoreException e) {
            screen.execute(() -> {
                saving.set(false);
                refused.set(Optional.of(e.problem()));
            });
        }
    }

    private ContactCheck.Checked check(ContactDraft draft) {
        return new ContactCheck(phone.store().profile().zone(), phone.clock().instant()).check(draft, corrects);
    }

    private PaceEffect effectOf(ContactDraft draft) {
        return PaceEffect.of(phone, contents, check(draft));
    }

    /** A draft whose contact is already in the journal was saved just before the app was killed. */
    private Optional<ContactDraft> restorable() {
        return draft.kept()
                .filter(kept -> contents.contacts().stream()
                        .noneMatch(entry -> entry.id().equals(kept.contactId())));
    }

    private ContactDraft defaults() {
        ContactDefaults defaults = new ContactDefaults(contents, phone);
        if (corrects == null) {
            return defaults.fresh();
        }
        return contents.contacts().stream()
                .filter(entry -> entry.id().equals(corrects))
                .findFirst()
                .map(defaults::correcting)
                .orElseThrow();
    }

    private void changed() {
        ContactDraft typed = typed();
        draft.keep(typed);
        effect.set(effectOf(typed));
        if (!wrong.get().isEmpty()) {
            wrong.set(check(typed) instanceof ContactCheck.Wrong still ? still.messages() : Map.of());
        }
    }

    private ContactDraft typed() {
        return fields.draft(contactId);
    }

    /** The day of the contact as far as it can be read, today otherwise. */
    public LocalDate dayOrToday() {
        return TypedDay.of(fields.day().get()).orElseGet(phone::today);
    }

    public ContactFields fields() {
        return fields;
    }

    public DraftKeeper keeper() {
        return draft.keeper();
    }

    /** The key of the message of each field that is wrong. */
    public ReadOnlyObjectProperty<Map<ContactCheck.Field, String>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<SavedContact>> saved() {
        return saved.getReadOnlyProperty();
    }

    /** Why the disk refused; empty while it did not. */
    public ReadOnlyObjectProperty<Optional<StoreException.Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    /** What saving would do to the pace. */
    public ReadOnlyObjectProperty<PaceEffect> effect() {
        return effect.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }
}
