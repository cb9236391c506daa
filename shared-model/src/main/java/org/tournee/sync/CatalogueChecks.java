package org.tournee.sync;

import java.util.List;
import java.util.regex.Pattern;
import org.tournee.rights.Right;

/** What a right of the catalogue must fulfil, as the back office typed it. Rule: R-CAT. */
public final class CatalogueChecks {

    public static final int MOST_DOCUMENTS = 20;
    public static final int LONGEST_RENEWAL_MONTHS = 240;
    public static final int LONGEST_PAGE = 500;

    private static final String RIGHT = "right";

    /** An https address with the name of a host, and no user or password in it. */
    private static final Pattern PAGE = Pattern.compile(
            "https://[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(:\\d{1,5})?([/?#][^\\s<>\"\\\\^`{|}]*)?",
            Pattern.CASE_INSENSITIVE);

    private CatalogueChecks() {}

    /** Checks a right. */
    public static List<Violation> of(Right right) {
        Checks checks = new Checks()
                .said(RIGHT, "name", right.name(), RecordRules.LONGEST_NAME)
                .said(RIGHT, "institution", right.institution(), RecordRules.LONGEST_NAME)
                .said(RIGHT, "conditions", right.conditions(), RecordRules.LONGEST_NOTE)
                .size(RIGHT, "documents", right.documents(), MOST_DOCUMENTS)
                .when(!isPage(right.officialPage()), RIGHT, "official_page", Violation.Code.UNREADABLE)
                .between(RIGHT, "renewal_months", right.renewalMonths(), 1, LONGEST_RENEWAL_MONTHS)
                .when(right.documents().isEmpty(), RIGHT, "documents", Violation.Code.BLANK);
        right.documents().forEach(document -> checks.said(RIGHT, "documents", document, RecordRules.LONGEST_NAME));
        return checks.violations().stream().distinct().toList();
    }

    private static boolean isPage(String address) {
        return address.length() <= LONGEST_PAGE && PAGE.matcher(address).matches();
    }
}
