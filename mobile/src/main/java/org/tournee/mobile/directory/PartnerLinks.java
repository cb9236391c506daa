package org.tournee.mobile.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the back office wrote as a number or a mail address, as the device's other apps take it. Rule: R-DIR. */
final class PartnerLinks {

    /** Between two numbers: "a / b", "a, b", "a - b"; a slash without blanks stands within one, as in "02/123 45 67". */
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;|\\n]|\\h/|/\\h|\\h[-–]\\h");

    private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d\\h./()\\-‑–]*");

    /** Dialled within the country alone: "+33 (0)5…". */
    private static final Pattern TRUNK_ZERO = Pattern.compile("^((?:\\+|00).*?)\\(\\h*0\\h*\\)");

    private static final Pattern MAIL = Pattern.compile("[^\\s,;/<>|?&]+@[^\\s,;/<>|?&]+");

    private PartnerLinks() {}

    /** Dials the first number in a text; empty where nothing remains to dial. */
    static Optional<URI> call(String numbers) {
        return BETWEEN_NUMBERS
                .splitAsStream(numbers)
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .map(first -> TRUNK_ZERO.matcher(first).replaceFirst("$1").replaceAll("[^+\\d]", ""))
                .map(digits -> URI.create("tel:" + digits));
    }

    /** Writes to every address in a text; empty where there is none. */
    static Optional<URI> write(String mails) {
        String addresses =
                MAIL.matcher(mails).results().map(found -> found.group()).collect(Collectors.joining(","));
        try {
            return addresses.isEmpty() ? Optional.empty() : Optional.of(new URI("mailto", addresses, null));
        } catch (URISyntaxException e) {
            return Optional.empty(); // what no app could take either
        }
    }
}
