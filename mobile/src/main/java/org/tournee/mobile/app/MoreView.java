package org.tournee.mobile.app;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.organisation.Worker;

/** What is not done every day: reviews, the state of sync, the looks, the lock, what this is. */
final class MoreView implements Screen {

    private static final List<Integer> TEXT_PERCENTS = List.of(100, 150, 200);

    private final Phone phone;
    private final Messages messages;
    private final Settings settings;
    private final Page page;

    /** @param door of the open phone */
    MoreView(Phone phone, Settings settings, PhoneDoor door) {
        this.phone = phone;
        this.messages = phone.messages();
        this.settings = settings;
        this.page = new Page(work(), looks(), language(door), about(door));
    }

    @Override
    public String title() {
        return messages.get("nav.more");
    }

    @Override
    public Node node() {
        return page;
    }

    private Node work() {
        return new Section(
                messages.get("more.work"),
                row(Material2AL.DIRECTIONS_CAR, "round.title", "round.why", new Destination.RoundPage()),
                row(Material2AL.GROUPS, "reception.title", "reception.why", new Destination.Reception()),
                row(Material2AL.GROUP_WORK, "collective.title", "collective.why", new Destination.CollectiveActions()),
                row(Material2AL.EVENT, "week.title", "week.why", new Destination.Week()),
                row(Material2AL.CONTACTS, "directory.title", "directory.why", new Destination.Directory()),
                row(Material2MZ.SEARCH, "search.title", "more.searchWhy", new Destination.Search()),
                row(Material2AL.EVENT_AVAILABLE, "reviews.title", "more.reviewsWhy", new Destination.Reviews()),
                row(Material2AL.EDIT, "drafts.title", "more.draftsWhy", new Destination.Drafts()),
                row(Material2MZ.SYNC, "sync.title", "more.syncWhy", new Destination.SyncPage()),
                row(
                        Material2AL.ASSIGNMENT_RETURN,
                        "returned.title",
                        "more.returnedWhy",
                        new Destination.ReturnedChanges()));
    }

    private ListRow row(Ikon icon, String title, String why, Destination destination) {
        return new ListRow(
                icon,
                messages.get(title),
                messages.get(why),
                () -> phone.navigator().open(destination));
    }

    private Node looks() {
        Appearance now = settings.appearance();
        ChipGroup<Appearance.Mode> modes = ChipGroup.one(Arrays.asList(Appearance.Mode.values()), messages::of);
        modes.select(List.of(now.mode()));
        modes.selectedProperty()
                .addListener((source, was, is) -> modes.choice()
                        .ifPresentOrElse(mode -> look(settings.appearance().with(mode)), () -> modes.select(was)));
        ChipGroup<Integer> sizes =
                ChipGroup.one(TEXT_PERCENTS, percent -> messages.get("more.percent", Integer.toString(percent)));
        sizes.select(List.of(now.textPercent()));
        sizes.selectedProperty()
                .addListener((source, was, is) -> sizes.choice()
                        .ifPresentOrElse(
                                percent -> look(settings.appearance().withTextPercent(percent)),
                                () -> sizes.select(was)));
        return new Section(
                messages.get("more.looks"),
                new Card(Texts.strong(messages.get("more.mode")), modes),
                new Card(Texts.strong(messages.get("more.textSize")), sizes, Texts.body(messages.get("more.sample"))));
    }

    private void look(Appearance wanted) {
        try {
            settings.look(wanted);
        } catch (UncheckedIOException e) {
            phone.navigator().say(messages.get("more.notKept")); // it looks so now, and will not after the next start
        }
    }

    private Node language(PhoneDoor door) {
        return new Section(
                messages.get("more.language"), new LanguageChoice(settings.language(), messages, door::speak));
    }

    private Node about(PhoneDoor door) {
        String name = phone.store()
                .worker(phone.store().worker())
                .map(Worker::profile)
                .map(Worker.Profile::name)
                .orElseGet(() -> messages.get("more.me"));
        return new Section(
                messages.get("more.device"),
                new ListRow(Material2AL.LOCK, messages.get("more.lock"), messages.get("more.lockWhy"), door::lock),
                row(Material2MZ.VPN_KEY, "pin.change.title", "more.pinWhy", new Destination.ChangePin()),
                row(Material2MZ.SD_STORAGE, "storage.title", "more.storageWhy", new Destination.Storage()),
                row(Material2AL.LOGIN, "signIn.title", "more.signInWhy", new Destination.SignIn()),
                row(Material2AL.EXIT_TO_APP, "logOut.title", "more.logOutWhy", new Destination.LogOut()),
                new ListRow(Icons.large(Material2AL.INFO), messages.get("app.name"), messages.get("more.about", name)));
    }
}
