package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.search.WordSearch;
import org.tournee.mobile.store.Edit;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Passes on what a desk does not settle: the sheet, and that they were passed on, in one save. Rules: R-PER, R-REL. */
public final class LiaisonViewModel {

    private static final int MOST = 4;

    /** Somebody to whom it may go. */
    record Addressee(String name, String detail, LiaisonSheet.Address address) {}

    private final Phone phone;
    private final DossierId register;
    private final RecordId walkIn;
    private final DossierWriter writer;
    private final LiaisonForm form;
    private final WordSearch<Addressee> search;

    private LiaisonViewModel(Phone phone, DossierId register, Entry<WalkIn> seen, Executor screen) {
        this.phone = phone;
        this.register = register;
        this.walkIn = seen.id();
        this.writer = new DossierWriter(phone, register, screen);
        DraftName name = DraftName.of(DraftName.Form.LIAISON, register, seen.id());
        WalkIn.Need need = seen.value().need();
        this.form =
                new LiaisonForm(new FormDraft<>(phone, name, LiaisonDraft.class, screen), need.note(), need.urgency());
        this.search = new WordSearch<>(addressees(phone), one -> one.name() + " " + one.detail());
        form.to().property().addListener((on, was, is) -> form.chooseNobody());
    }

    /** To pass on whoever came; empty where the phone does not hold their sheet any more. */
    public static Optional<LiaisonViewModel> of(Phone phone, DossierId register, RecordId walkIn, Executor screen) {
        return SheetViewModel.find(phone, register, walkIn)
                .map(seen -> new LiaisonViewModel(phone, register, seen, screen));
    }

    /** Colleagues by name, then teams; open partners of the directory go by their name. */
    private static List<Addressee> addressees(Phone phone) {
        List<Addressee> all = new ArrayList<>();
        phone.store().colleagues().forEach((id, worker) -> {
            if (!id.equals(phone.store().worker())) {
                String site = worker.profile().siteName();
                all.add(new Addressee(worker.profile().name(), site == null ? "" : site, LiaisonSheet.Address.to(id)));
            }
        });
        phone.store()
                .teams()
                .forEach((id, team) -> all.add(new Addressee(
                        team.identity().name(), phone.messages().get("liaison.team"), LiaisonSheet.Address.to(id))));
        all.sort(Comparator.comparing(Addressee::name));
        phone.store().partners().stream()
                .filter(listed -> listed.isOpen())
                .forEach(listed -> all.add(new Addressee(
                        listed.name(),
                        listed.partner().place().communeName(),
                        LiaisonSheet.Address.to(listed.name()))));
        return all;
    }

    public LiaisonForm form() {
        return form;
    }

    /** Says why, where the disk refused. */
    public DossierWriter writer() {
        return writer;
    }

    /** Who may be meant; none before one types, and none once somebody was chosen. */
    List<Addressee> like() {
        return form.hasChosen() || form.to().isBlank()
                ? List.of()
                : search.find(form.to().property().get()).stream()
                        .filter(one -> !one.name().equals(form.to().stripped()))
                        .limit(MOST)
                        .toList();
    }

    /** It goes to them. */
    void choose(Addressee addressee) {
        form.choose(addressee.name(), addressee.address().service() == null ? addressee.address() : LiaisonForm.NOBODY);
    }

    /** Sends it; what is wrong stands beside its field. */
    public void send() {
        Optional<LiaisonSheet.Address> to = form.address();
        Optional<String> asked = form.asked();
        if (to.isPresent() && asked.isPresent()) {
            writer.saveOnce(
                    () -> came().map(now -> changes(now, to.get(), asked.get())).orElseGet(List::of), this::sent);
        }
    }

    private Optional<Entry<WalkIn>> came() {
        return SheetViewModel.find(phone, register, walkIn);
    }

    private void sent() {
        if (came().isEmpty()) { // taken away meanwhile: the draft stays
            phone.navigator().say(phone.messages().get("walkIn.gone"));
            return;
        }
        form.draft().forget();
        phone.navigator().back();
        phone.navigator().say(phone.messages().get("walkIn.said.PASSED_ON"));
    }

    /** The sheet, and that they were passed on: unless a colleague said meanwhile what became of them. Rule: R-REC. */
    private List<Edit.Change> changes(Entry<WalkIn> now, LiaisonSheet.Address to, String asked) {
        Edit.Change sheet =
                new Edit.Create(RecordKind.LIAISON, form.id(), Audience.SERVICE, sheet(now.value(), to, asked));
        WalkIn.Course course = now.value().course();
        if (course.state().isEnd()) {
            return List.of(sheet);
        }
        WalkIn.Course passed = course.ended(
                WalkIn.State.PASSED_ON, phone.store().worker(), phone.clock().instant());
        return List.of(
                sheet, new Edit.Update(RecordKind.WALK_IN, now, now.value().with(passed)));
    }

    private LiaisonSheet sheet(WalkIn came, LiaisonSheet.Address to, String asked) {
        String name = came.visitor().name();
        String reach = came.visitor().phone();
        return new LiaisonSheet(
                new LiaisonSheet.Message(
                        walkIn,
                        name == null ? "" : name,
                        reach == null ? "" : reach,
                        asked,
                        form.urgency().get(),
                        came.arrival().day()),
                to,
                null);
    }

    /** Throws the draft away and leaves; can be undone for a moment. */
    public void giveUp() {
        phone.navigator().back();
        form.draft().discard(() -> {});
    }
}
