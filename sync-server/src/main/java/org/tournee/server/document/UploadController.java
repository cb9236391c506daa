package org.tournee.server.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.access.Caller;
import org.tournee.server.load.Kinds;
import org.tournee.server.load.Places;
import org.tournee.server.problem.Problem;
import org.tournee.sync.RecordId;

/** Takes in the bytes of documents by tus 1.0. Rules: R-DOC, R-SYN. */
@Controller(TusProtocol.ROOT)
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "documents")
class UploadController {

    private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);
    private static final int CHECKSUM_MISMATCH = 460;

    private final TusProtocol protocol;
    private final Uploads uploads;
    private final Custodian custodian;
    private final Places places;

    UploadController(TusProtocol protocol, Uploads uploads, Custodian custodian, @Named(Kinds.DOCUMENT) Places places) {
        this.protocol = protocol;
        this.uploads = uploads;
        this.custodian = custodian;
        this.places = places;
    }

    @Operation(summary = "What of tus 1.0 is spoken here")
    @Options
    HttpResponse<?> options(Caller caller, HttpRequest<?> request) {
        return speak(caller, request, InputStream.nullInputStream());
    }

    @Operation(
            summary = "Begins an upload, or finds it begun",
            description = "Upload-Metadata: document and dossier (ids), sha256 (hexadecimal), grant_epoch")
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    HttpResponse<?> begin(Caller caller, HttpRequest<?> request) {
        return speak(caller, request, InputStream.nullInputStream());
    }

    @Operation(summary = "How far an upload got")
    @Head("/{document}")
    HttpResponse<?> offset(Caller caller, HttpRequest<?> request, @PathVariable UUID document) {
        return ended(caller, document, speak(caller, request, InputStream.nullInputStream()));
    }

    @Operation(summary = "Adds a chunk of at most 1 MiB; the last one is answered once all bytes are hashed")
    @Patch("/{document}")
    @Consumes("application/offset+octet-stream")
    @Produces(MediaType.ALL)
    HttpResponse<?> add(Caller caller, HttpRequest<?> request, @PathVariable UUID document, @Body InputStream body) {
        try (Places.Place _ = places.take().orElseThrow(DocumentProblems::later)) {
            return ended(caller, document, speak(caller, request, body));
        } finally {
            readToTheEnd(body);
        }
    }

    /** A refusal comes before the body was read; what is left of it would stand in the way of the next request. */
    private static void readToTheEnd(InputStream body) {
        try (body) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("The connection broke: nobody waits for the answer", e);
        }
    }

    private HttpResponse<?> speak(Caller caller, HttpRequest<?> request, InputStream body) {
        TusExchange exchange = new TusExchange(request, body);
        try {
            protocol.speak(caller, exchange);
        } catch (IOException e) {
            throw DocumentProblems.later();
        }
        return answer(exchange);
    }

    /**
     * Hashes an upload that is complete, and has its description say that it is held. The answer waits for it: whoever is
     * told that all bytes are here takes the document for held, whichever request brought the last of them.
     */
    private HttpResponse<?> ended(Caller caller, UUID document, HttpResponse<?> answer) {
        if (answer.code() != HttpStatus.NO_CONTENT.getCode()) {
            return answer;
        }
        try {
            Upload upload = uploads.find(caller, new RecordId(document)).orElseThrow(DocumentProblems::unknown);
            Upload.State state = custodian.end(upload).orElseThrow(DocumentProblems::altered);
            if (state == Upload.State.ARRIVING && tellsOfAll(answer, upload)) {
                throw DocumentProblems.unknown(); // it was altered, and is begun again by another request
            }
            return answer;
        } catch (IOException e) {
            throw DocumentProblems.later();
        }
    }

    private static boolean tellsOfAll(HttpResponse<?> answer, Upload upload) {
        return Long.toString(upload.sizeBytes()).equals(answer.header("Upload-Offset"));
    }

    private static HttpResponse<?> answer(TusExchange exchange) {
        MutableHttpResponse<Object> answer = HttpResponse.status(exchange.status(), "");
        exchange.headers().forEach(answer::header);
        return exchange.failed()
                ? answer.contentType(MediaType.of("application/problem+json")).body(problem(exchange.status()))
                : answer;
    }

    private static Map<String, Object> problem(int status) {
        Problem problem = switch (status) {
            case CHECKSUM_MISMATCH -> DocumentProblems.chunkAltered();
            case 409 -> Problem.of(HttpStatus.CONFLICT, "offset-conflict", "La suite commence ailleurs : demandez où.");
            default -> Problem.of(HttpStatus.valueOf(status));
        };
        Map<String, Object> json = new LinkedHashMap<>(problem.asJson());
        json.put("status", status);
        return json;
    }
}
