package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tournee.server.page.Surface;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemAnswers;

/**
 * Lets a form through only where it was shown by a page of ours, in this session: for every page, so that none can
 * forget it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class FormFilter implements Ordered {

    /** The name of the hidden field. */
    static final String FIELD = "csrf";

    private final ProblemAnswers answers;

    FormFilter(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    /** Null lets it through. On a thread that may wait: the body of a form arrives after its headers. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (Surface.of(request) == Surface.API || isHarmless(request.getMethod())) {
            return null;
        }
        if (!isFromOurPages(request)) {
            return refuse(request);
        }
        Optional<WebSession> session = request.getAttribute(SessionAuthentication.SESSION, WebSession.class);
        if (session.isEmpty() || SignInController.PATH.equals(request.getPath())) {
            return null; // nothing to protect yet: signing in
        }
        return carries(body(request).join(), session.get()) ? null : refuse(request);
    }

    private static boolean isHarmless(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    /** Browsers say where a form comes from; whoever says nothing is no browser of these years. */
    private static boolean isFromOurPages(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return origin == null || (host != null && origin.endsWith("//" + host));
    }

    private static CompletableFuture<String> body(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            return CompletableFuture.completedFuture("");
        }
        CloseableByteBody copy = server.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
        return copy.buffer().thenApply(available -> {
            try (available) {
                return available.toString(StandardCharsets.UTF_8);
            }
        });
    }

    private static boolean carries(String body, WebSession session) {
        byte[] expected = session.csrf().getBytes(StandardCharsets.UTF_8);
        for (String field : body.split("&", -1)) {
            if (field.startsWith(FIELD + "=")) {
                byte[] sent = field.substring(FIELD.length() + 1).getBytes(StandardCharsets.UTF_8);
                return MessageDigest.isEqual(expected, sent);
            }
        }
        return false;
    }

    private HttpResponse<?> refuse(HttpRequest<?> request) {
        return answers.answer(
                request,
                Problem.of(HttpStatus.FORBIDDEN, "foreign-form", "Cette page a vieilli : rouvrez-la et recommencez."));
    }
}
