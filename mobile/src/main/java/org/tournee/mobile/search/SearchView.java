package org.tournee.mobile.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.StillReading;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.SearchLine;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** The search over everything that the phone holds; what was typed lies under the thumb. */
public final class SearchView extends PageScreen {

    /** Letters of a text that a row shows. */
    private static final int SHOWN_LETTERS = 120;

    private static final Map<FoundKind, Ikon> ICONS = new EnumMap<>(Map.of(
            FoundKind.DOSSIER, Material2AL.FOLDER_SHARED,
            FoundKind.PERSON, Material2MZ.PERSON,
            FoundKind.ACTION, Material2AL.CHECK_CIRCLE_OUTLINE,
            FoundKind.RIGHT, Material2AL.GAVEL,
            FoundKind.CONTACT, Material2AL.CHAT));

    private final SearchViewModel model;

    public SearchView(Phone phone) {
        super(phone, "search.title");
        this.model = new SearchViewModel(phone, Platform::runLater);
        page.footer(new SearchLine("search", messages.get("search.prompt"), model.queryProperty()));
        model.answerProperty().addListener((source, was, is) -> show());
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    protected List<Node> contents() {
        SearchViewModel.Answer answer = model.answerProperty().get();
        if (!answer.asked()) {
            return List.of(Texts.muted(messages.get("search.why")));
        }
        if (!answer.made()) {
            return List.of(StillReading.notice(messages));
        }
        if (answer.groups().isEmpty()) {
            return List.of(new EmptyState(
                    Material2MZ.SEARCH,
                    messages.get("search.nothing"),
                    messages.get("search.nothingWhy"),
                    Buttons.secondary(
                            messages.get("opening.title"),
                            Material2MZ.PERSON_ADD,
                            () -> phone.navigator().open(new Destination.NewDossier()))));
        }
        List<Node> sections = new ArrayList<>();
        answer.groups().forEach((kind, group) -> sections.add(section(kind, group)));
        return sections;
    }

    private Section section(FoundKind kind, SearchViewModel.Group group) {
        Section section = new Section(messages.get("search.group", messages.of(kind), group.count()));
        List<Node> rows = new ArrayList<>();
        group.first().forEach(find -> rows.add(row(find)));
        if (group.count() > group.first().size()) {
            rows.add(Texts.muted(
                    messages.get("search.more", group.count() - group.first().size())));
        }
        section.contents(rows);
        return section;
    }

    private ListRow row(Find find) {
        Ikon icon = ICONS.getOrDefault(find.kind(), Material2MZ.SEARCH);
        return new ListRow(
                icon,
                find.text().length() > SHOWN_LETTERS ? find.text().substring(0, SHOWN_LETTERS) + "…" : find.text(),
                detail(find),
                () -> phone.navigator().open(find.leadsTo()));
    }

    private String detail(Find find) {
        Instant at = find.at();
        if (at == null) {
            return find.household();
        }
        LocalDate day = LocalDate.ofInstant(at, phone.store().profile().zone());
        return messages.get("search.when", find.household(), DateTexts.of(phone).day(day));
    }
}
