package org.tournee.sync;

import java.util.List;
import java.util.regex.Pattern;
import org.tournee.document.Document;

/** What the description of a document must fulfil. Rule: R-DOC. */
public final class DocumentChecks {

    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private DocumentChecks() {}

    /** Checks what is said of a document, whether it is held or not: custody is the server's own group. */
    public static List<Violation> of(Document document) {
        Document.Description description = document.description();
        Document.Content content = document.content();
        Document.Ground ground = document.ground();
        String other = ground.otherGround();
        boolean groundless = ground.agreedOn() == null && (other == null || other.isBlank());
        boolean sized = content.sizeBytes() >= 1 && content.sizeBytes() <= Limits.DOCUMENT_BYTES;
        Checks checks = new Checks()
                .said("description", "kind", description.kind(), RecordRules.LONGEST_NAME)
                .atMost("description", "title", description.title(), RecordRules.LONGEST_NAME)
                .size("description", "persons", description.persons(), RecordRules.MOST_VALUES)
                .size("description", "rights", description.rights(), RecordRules.MOST_VALUES)
                .day("description", "expires_on", description.expiresOn())
                .when(!sized, "content", "size_bytes", Violation.Code.OUT_OF_RANGE)
                .when(
                        !CONTENT_TYPE.matcher(content.contentType()).matches(),
                        "content",
                        "content_type",
                        Violation.Code.OUT_OF_RANGE)
                .when(!SHA256.matcher(content.sha256()).matches(), "content", "sha256", Violation.Code.OUT_OF_RANGE)
                .when(groundless, "ground", "agreed_on", Violation.Code.INCOMPLETE)
                .day("ground", "agreed_on", ground.agreedOn())
                .atMost("ground", "other_ground", other, RecordRules.LONGEST_NOTE);
        description.rights().forEach(right -> checks.said("description", "rights", right, RecordRules.LONGEST_NAME));
        return checks.violations();
    }
}
