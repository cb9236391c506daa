package org.tournee.mobile.question;

import java.time.LocalDate;
import java.time.ZoneId;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.referral.Referral;
import org.tournee.sync.RecordId;

/** A record in a few words: "Contact, le 3 mars". */
final class RecordTitle {

    private static final int MOST_CHARACTERS = 48;

    private final Phone phone;
    private final Discretion discretion;
    private final Messages messages;
    private final DateTexts dates;

    RecordTitle(Phone phone, Discretion discretion) {
        this.phone = phone;
        this.discretion = discretion;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
    }

    /** Of the record with that id; a word for one that may not be seen here, or is gone. */
    String of(DossierContents contents, RecordId id) {
        return MyPart.records(contents)
                .filter(entry -> entry.id().equals(id) && discretion.showsRecord(entry))
                .map(entry -> of(entry.value()))
                .findFirst()
                .orElseGet(() -> messages.get("question.about.other"));
    }

    private String of(Object value) {
        if (value instanceof Dossier) {
            return messages.get("question.about.dossier");
        }
        if (value instanceof Contact contact) {
            return messages.get("question.about.contact", day(contact));
        }
        if (value instanceof ActionItem action) {
            return messages.get("question.about.action", shortened(action.task().what()));
        }
        if (value instanceof Goal goal) {
            return messages.get("question.about.goal", shortened(goal.aim().text()));
        }
        if (value instanceof Referral referral) {
            return messages.get(
                    "question.about.referral", referral.orientation().partner());
        }
        if (value instanceof BilanItem item) {
            return shortened(item.statement().text());
        }
        return messages.get("question.about.other");
    }

    private String day(Contact contact) {
        ZoneId zone = phone.store().profile().zone();
        return dates.relativeDay(LocalDate.ofInstant(contact.meeting().startedAt(), zone));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS).stripTrailing() + "…";
    }
}
