package org.tournee.server.document;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.Map;
import org.tournee.document.Document;
import org.tournee.sync.RecordId;

/** A document as an answer: to be saved, never shown within a page of ours; its name is its id. */
final class DocumentAnswer {

    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "application/pdf", ".pdf");

    private DocumentAnswer() {}

    static HttpResponse<?> of(HeldDocuments.Reading reading, RecordId id) {
        return switch (reading) {
            case HeldDocuments.Opened opened -> of(opened, id);
            case HeldDocuments.Refused refused -> throw DocumentProblems.notAllowed();
            case HeldDocuments.Missing missing -> throw DocumentProblems.unknown();
        };
    }

    private static HttpResponse<?> of(HeldDocuments.Opened opened, RecordId id) {
        Document.Content content = opened.document().content();
        String ending = ENDINGS.get(content.contentType());
        MediaType type = ending == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.of(content.contentType());
        return HttpResponse.ok(new StreamedFile(opened.bytes(), type, 0, content.sizeBytes()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"document-" + id + (ending == null ? "" : ending) + "\"");
    }
}
