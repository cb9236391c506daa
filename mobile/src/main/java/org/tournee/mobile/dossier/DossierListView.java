package org.tournee.mobile.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.StillReading;
import org.tournee.mobile.contact.LikelyHouseholds;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.SearchLine;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.WholePage;

/** All dossiers of the phone; the search and its filters lie under the thumb. */
public final class DossierListView implements Screen {

    private final Phone phone;
    private final String titleKey;
    private final Consumer<DossierId> chosen;
    private final List<Node> actions;
    private final DossierListViewModel model;
    private final BorderPane page = new BorderPane();
    private final StackPane middle = new StackPane();
    private final ListView<DossierLine> list;
    private final Label count = Texts.small("");
    private final VBox head = new VBox(count);

    private DossierListView(Phone phone, String titleKey, Consumer<DossierId> chosen, List<Node> actions) {
        this.phone = phone;
        this.titleKey = titleKey;
        this.chosen = chosen;
        this.actions = actions;
        this.model = new DossierListViewModel(phone);
        this.list = list();
        page.getStyleClass().add("dossier-list-page");
        head.getStyleClass().add("dossier-count");
        page.setTop(head);
        page.setCenter(middle); // before the search below, in the order in which a keyboard reaches them
        page.setBottom(finding());
        model.lines().addListener((ListChangeListener<DossierLine>) change -> show());
        show();
    }

    /** To look at one; the search over what is in the dossiers is one tap away. */
    public static DossierListView toOpen(Phone phone) {
        return new DossierListView(
                phone,
                "dossiers.title",
                dossier -> phone.navigator().open(new Destination.DossierPage(dossier)),
                List.of(
                        newDossier(phone),
                        to(phone, "to-search", Material2MZ.SEARCH, "search.title", new Destination.Search())));
    }

    /** To say for whom one is about to record a contact. */
    public static DossierListView toRecordFor(Phone phone) {
        DossierListView view = new DossierListView(
                phone,
                "dossiers.recordFor",
                dossier -> phone.navigator().open(new Destination.ContactForm(dossier, null)),
                List.of(newDossier(phone)));
        view.head.getChildren().addAll(0, LikelyHouseholds.rows(phone));
        return view;
    }

    /** For whoever is met for the first time. */
    private static Button newDossier(Phone phone) {
        return to(phone, "new-dossier", Material2MZ.PERSON_ADD, "opening.title", new Destination.NewDossier());
    }

    private static Button to(Phone phone, String id, Ikon icon, String name, Destination destination) {
        Button button = Buttons.icon(
                icon, phone.messages().get(name), () -> phone.navigator().open(destination));
        button.setId(id);
        return button;
    }

    /** To choose one for something else, under the title of that key. */
    public static DossierListView toChoose(Phone phone, String titleKey, Consumer<DossierId> chosen) {
        return new DossierListView(phone, titleKey, chosen, List.of());
    }

    @Override
    public String title() {
        return phone.messages().get(titleKey);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return actions;
    }

    @Override
    public void refresh() {
        model.refresh();
        show();
    }

    private ListView<DossierLine> list() {
        PaceText paceText = new PaceText(phone.messages(), DateTexts.of(phone));
        ListView<DossierLine> made = new ListView<>(model.lines());
        made.getStyleClass().add("dossier-list");
        made.setAccessibleText(title());
        made.setCellFactory(view -> new DossierCell(phone.messages(), paceText, this::open));
        made.setOnKeyPressed(event -> {
            DossierLine chosen = made.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open(chosen);
            }
        });
        return made;
    }

    private VBox finding() {
        Messages messages = phone.messages();
        ChipGroup<DossierListViewModel.Filter> filters = ChipGroup.one(
                Arrays.asList(DossierListViewModel.Filter.values()),
                filter -> messages.get("dossiers.filter." + filter.name()));
        filters.select(List.of(DossierListViewModel.Filter.ALL));
        filters.selectedProperty()
                .addListener((source, was, is) ->
                        model.filterProperty().set(is.isEmpty() ? DossierListViewModel.Filter.ALL : is.get(0)));
        SearchLine line = new SearchLine("dossier-search", messages.get("dossiers.search"), model.queryProperty())
                .onEnter(this::openOnly);
        VBox finding = new VBox(filters, line);
        finding.getStyleClass().add("page-footer");
        return finding;
    }

    private void show() {
        Messages messages = phone.messages();
        boolean waiting = model.isWaiting();
        count.setText(
                waiting ? "" : messages.get("dossiers.count", model.lines().size(), model.heldCount()));
        if (waiting) {
            middle(new WholePage(StillReading.notice(messages)));
        } else if (!model.lines().isEmpty()) {
            middle(list);
        } else if (model.heldCount() == 0) {
            middle(new WholePage(new EmptyState(
                    Material2AL.FOLDER_SHARED, messages.get("dossiers.none"), messages.get("dossiers.noneWhy"))));
        } else {
            middle(new WholePage(new EmptyState(
                    Material2MZ.SEARCH, messages.get("dossiers.notFound"), messages.get("dossiers.notFoundWhy"))));
        }
    }

    private void middle(Node shown) {
        middle.getChildren().setAll(shown);
    }

    /** Enter in the search opens the only one that is left. */
    private void openOnly() {
        if (model.lines().size() == 1) {
            open(model.lines().get(0));
        }
    }

    private void open(DossierLine line) {
        chosen.accept(line.id());
    }
}
