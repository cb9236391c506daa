package org.tournee.server.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.server.page.FormFields;
import org.tournee.sync.RecordId;

/** What was typed into the form of a partner; whoever saves it has made sure that it is so. Rule: R-DIR. */
final class PartnerForm {

    static final String ID = "id";
    static final String REV = "rev";
    static final String NAME = "nom";
    static final String TOPIC = "sujet-";
    static final String WHAT = "offre";
    static final String AUDIENCE = "public";
    static final String CRITERIA = "conditions";
    static final String STREET = "rue";
    static final String POSTCODE = "code-postal";
    static final String COMMUNE = "commune";
    static final String HOURS = "horaires";
    static final String PERSON = "personne";
    static final String PHONE = "telephone";
    static final String EMAIL = "courriel";
    static final String CLOSED = "ferme";

    private final FormFields fields;

    PartnerForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String text(String field) {
        return fields.text(field);
    }

    List<Topic> topics() {
        return Arrays.stream(Topic.values())
                .filter(topic -> fields.byName().containsKey(TOPIC + topic))
                .toList();
    }

    boolean closed() {
        return fields.byName().containsKey(CLOSED);
    }

    /** The id that was made with the form, so that sent twice it is listed once; empty where it is no form of ours. */
    Optional<RecordId> id() {
        return fields.id(ID).map(RecordId::new);
    }

    /** The revision that was seen; 0 for a new one. */
    long rev() {
        return fields.number(REV);
    }

    Partner partner(LocalDate today) {
        return new Partner(
                new Partner.Identity(text(NAME)),
                new Partner.Offer(topics(), text(WHAT), text(AUDIENCE), text(CRITERIA)),
                new Partner.Place(text(STREET), text(POSTCODE), text(COMMUNE), text(HOURS)),
                new Partner.Reach(orNull(PERSON), orNull(PHONE), orNull(EMAIL)),
                new Partner.Standing(today, !closed()));
    }

    private @Nullable String orNull(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** The page's view of what was typed. */
    PartnerPage.Typed typed(RecordId id) {
        return new PartnerPage.Typed(
                id.toString(),
                rev(),
                text(NAME),
                topics(),
                text(WHAT),
                text(AUDIENCE),
                text(CRITERIA),
                text(STREET),
                text(POSTCODE),
                text(COMMUNE),
                text(HOURS),
                text(PERSON),
                text(PHONE),
                text(EMAIL),
                closed());
    }

    /** The page's view of a partner as it stands. */
    static PartnerPage.Typed of(Directory.Kept kept) {
        Listed listed = kept.listed();
        Partner partner = listed.partner();
        Partner.Place place = partner.place();
        Partner.Reach reach = partner.reach();
        return new PartnerPage.Typed(
                listed.id().toString(),
                kept.rev(),
                listed.name(),
                partner.offer().topics(),
                partner.offer().what(),
                partner.offer().audience(),
                partner.offer().criteria(),
                place.street(),
                place.postcode(),
                place.communeName(),
                place.hours(),
                orEmpty(reach.person()),
                orEmpty(reach.phone()),
                orEmpty(reach.email()),
                !listed.isOpen());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
