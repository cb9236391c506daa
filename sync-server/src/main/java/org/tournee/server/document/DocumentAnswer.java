package org.tournee.server.document;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
            case HeldDocuments.Part part -> of(part);
            case HeldDocuments.Refused refused -> throw DocumentProblems.notAllowed();
            case HeldDocuments.Missing missing -> throw DocumentProblems.unknown();
        };
    }

    private static HttpResponse<?> of(HeldDocuments.Part part) {
        long size = part.document().content().sizeBytes();
        return part.bytes().length == 0
                ? HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size)
                : HttpResponse.status(HttpStatus.PARTIAL_CONTENT)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .header(
                                HttpHeaders.CONTENT_RANGE,
                                "bytes " + part.from() + "-" + (part.from() + part.bytes().length - 1) + "/" + size)
                        .body(part.bytes());
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
